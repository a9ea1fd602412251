import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useRef } from 'preact/hooks';
import { can } from '#protocol/capability.ts';
import { Icon } from '#client/ui/icon.tsx';
import { formatTime } from '#client/ui/timecode.ts';
import { copyText, linkAt } from './copy.ts';
import { lazyPart } from './lazy-part.tsx';
import { presentMoment, useWatch } from './watch.ts';

const ShareEmbed = lazyPart(async () => (await import('./share-embed.tsx')).ShareEmbed);

type LinksDialog = ComponentType<{ videoId: string; onClosed: () => void }>;

/** Links to this video: as it is, and at the moment shown; and for who manages it, those that let others in. */
export function ShareMenu() {
  const watch = useWatch();
  const path = `/v/${watch.boot.video.shortId}`;
  const atSeconds = useSignal(0);
  const said = useSignal('');
  const wasOpened = useSignal(false);
  const copy = async (link: string) => {
    said.value = (await copyText(link))
      ? 'Copied'
      : 'Your browser did not let us copy. Select the link instead.';
  };
  const button = useRef<HTMLButtonElement>(null);
  const dialog = useSignal<LinksDialog | null>(null);
  const openLinks = async () => {
    try {
      dialog.value = (await import('./links/links-dialog.tsx')).LinksDialog;
    } catch {
      said.value = 'This could not be loaded. Check your connection and try again.';
    }
  };
  const onClosed = () => {
    dialog.value = null;
    // What opened it stands in a menu that has closed.
    button.current?.focus();
  };
  const Links = dialog.value;
  const onToggle = (event: Event) => {
    if ((event as ToggleEvent).newState !== 'open') return;
    atSeconds.value = presentMoment(watch).positionSeconds;
    said.value = '';
    wasOpened.value = true;
  };
  return (
    <>
      <button type="button" class="button" popovertarget="share-menu" ref={button}>
        <Icon name="share" />
        Share
      </button>
      <div id="share-menu" class="popover share-menu" popover="auto" onToggle={onToggle}>
        <label class="visually-hidden" for="share-link">
          Link to this video
        </label>
        <input
          id="share-link"
          class="input"
          readOnly
          value={linkAt(path)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div class="row">
          <button type="button" class="button primary" onClick={() => copy(linkAt(path))}>
            Copy link
          </button>
          <button type="button" class="button" onClick={() => copy(linkAt(path, atSeconds.value))}>
            Copy link at <bdi class="figures">{formatTime(atSeconds.value)}</bdi>
          </button>
        </div>
        {wasOpened.value && <ShareEmbed />}
        {can(watch.boot.video.role, 'video.edit') && (
          <button type="button" class="button" onClick={openLinks}>
            Watch links …
          </button>
        )}
        <p class="small muted" role="status">
          {said.value}
        </p>
      </div>
      {Links && <Links videoId={watch.boot.video.id} onClosed={onClosed} />}
    </>
  );
}
