import { useSignal } from '@preact/signals';
import { can } from '#protocol/capability.ts';
import { formatTime } from '#client/ui/timecode.ts';
import { copyText, linkAt } from './copy.ts';
import { ShareEmbed } from './share-embed.tsx';
import { useWatch } from './watch.ts';

/** What the share menu holds. Fetched when it is first opened. */
export function ShareContent({ atSeconds, onLinks }: { atSeconds: number; onLinks: () => Promise<void> }) {
  const watch = useWatch();
  const path = `/v/${watch.boot.video.shortId}`;
  const said = useSignal('');
  const copy = async (link: string) => {
    said.value = (await copyText(link))
      ? 'Copied'
      : 'Your browser did not let us copy. Select the link instead.';
  };
  const openLinks = () =>
    onLinks().catch(() => {
      said.value = 'This could not be loaded. Check your connection and try again.';
    });
  return (
    <>
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
        <button type="button" class="button" onClick={() => copy(linkAt(path, atSeconds))}>
          Copy link at <bdi class="figures">{formatTime(atSeconds)}</bdi>
        </button>
      </div>
      <ShareEmbed />
      {can(watch.boot.video.role, 'video.edit') && (
        <button type="button" class="button" onClick={() => void openLinks()}>
          Watch links …
        </button>
      )}
      <p class="small muted" role="status">
        {said.value}
      </p>
    </>
  );
}
