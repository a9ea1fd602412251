import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '#client/ui/icon.tsx';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { presentMoment, useWatch } from './watch.ts';

const ShareContent = lazyPart(async () => (await import('./share-content.tsx')).ShareContent);

type LinksDialog = ComponentType<{ videoId: string; onClosed: () => void }>;

/** Links to this video: as it is, and at the moment shown; and for who manages it, those that let others in. */
export function ShareMenu() {
  const watch = useWatch();
  /** The moment on show when it was opened; null until it is. */
  const atSeconds = useSignal<number | null>(null);
  const openings = useSignal(0);
  const button = useRef<HTMLButtonElement>(null);
  const dialog = useSignal<LinksDialog | null>(null);
  const openLinks = async () => {
    dialog.value = (await import('./links/links-dialog.tsx')).LinksDialog;
  };
  const onClosed = () => {
    dialog.value = null;
    // What opened it stands in a menu that has closed.
    button.current?.focus();
  };
  const onToggle = (event: Event) => {
    if ((event as ToggleEvent).newState !== 'open') return;
    atSeconds.value = presentMoment(watch).positionSeconds;
    openings.value += 1;
  };
  const Links = dialog.value;
  return (
    <>
      <button type="button" class="button" popovertarget="share-menu" ref={button}>
        <Icon name="share" />
        Share
      </button>
      <div id="share-menu" class="popover share-menu" popover="auto" onToggle={onToggle}>
        {atSeconds.value !== null && (
          <ShareContent key={openings.value} atSeconds={atSeconds.value} onLinks={openLinks} />
        )}
      </div>
      {Links && <Links videoId={watch.boot.video.id} onClosed={onClosed} />}
    </>
  );
}
