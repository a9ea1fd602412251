import { useSignal } from '@preact/signals';
import { Icon } from '#client/ui/icon.tsx';
import { formatTime } from '#client/ui/timecode.ts';
import { copyText, linkAt } from './copy.ts';
import { presentMoment, useWatch } from './watch.ts';

/** Links to this video: as it is, and at the moment shown. */
export function ShareMenu() {
  const watch = useWatch();
  const path = `/v/${watch.boot.video.shortId}`;
  const atSeconds = useSignal(0);
  const said = useSignal('');
  const copy = async (link: string) => {
    said.value = (await copyText(link))
      ? 'Copied'
      : 'Your browser did not let us copy. Select the link instead.';
  };
  const onToggle = (event: Event) => {
    if ((event as ToggleEvent).newState !== 'open') return;
    atSeconds.value = presentMoment(watch).positionSeconds;
    said.value = '';
  };
  return (
    <>
      <button type="button" class="button" popovertarget="share-menu">
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
        <p class="small muted" role="status">
          {said.value}
        </p>
      </div>
    </>
  );
}
