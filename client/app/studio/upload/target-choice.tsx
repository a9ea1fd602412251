import { useSignal, type Signal } from '@preact/signals';
import { useLocation } from 'preact-iso/router';
import { useEffect } from 'preact/hooks';
import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { useResource } from '#client/ui/resource.ts';
import { answerOf } from '../../request.ts';
import { useShell } from '../../shell/shell.ts';
import type { UploadTarget } from './queue.ts';
import type { Video } from './upload-row.ts';
import { readVideo } from './video-of-row.ts';

const MOST_OFFERED = 100;

const WORDS: Record<UploadTarget['kind'], string> = {
  version: 'The next file becomes a new version of',
  file: 'The next file is the one that',
};

/** What the next file becomes: an address may say it (`?version=`, `?for=`), and so may who uploads. */
export function TargetChoice({ chosen }: { chosen: Signal<UploadTarget | null> }) {
  const { query } = useLocation();
  const isOpen = useSignal(false);
  const kind = query['for'] ? 'file' : 'version';
  const named = query['for'] ?? query['version'];
  useEffect(() => {
    if (named)
      void readVideo(named).then(
        (video) => (chosen.value = { kind, video }),
        () => undefined,
      );
  }, [named]);
  const target = chosen.value;
  if (target)
    return (
      <p class="notice row" role="status">
        <span>
          {WORDS[target.kind]} <strong>{target.video.title}</strong>
          {target.kind === 'file' ? ' waits for.' : '.'}
        </span>
        <button type="button" class="button" onClick={() => (chosen.value = null)}>
          Make a video of its own
        </button>
      </p>
    );
  return (
    <details class="small" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>New version of…</summary>
      {isOpen.value && <VersionList onChoose={(video) => (chosen.value = { kind: 'version', video })} />}
    </details>
  );
}

function VersionList({ onChoose }: { onChoose: (video: Video) => void }) {
  const organization = useShell().organization.value?.id;
  const list = useResource(
    (signal) =>
      answerOf(
        api.GET('/api/videos', {
          params: { query: { author: 'me', limit: MOST_OFFERED, ...(organization && { organization }) } },
          signal,
        }),
      ),
    organization ?? '',
  );
  return (
    <Awaited of={list}>
      {({ items }) =>
        items.length === 0 ? (
          <p class="muted">There is no video yet that could have a new version.</p>
        ) : (
          <div class="field version-choice">
            <label for="version-of">Video that gets the new version</label>
            <select
              id="version-of"
              class="input"
              value=""
              onChange={({ currentTarget }) => {
                const video = items.find(({ id }) => id === currentTarget.value);
                if (video) onChoose(video);
              }}
            >
              <option value="">Choose…</option>
              {items.map(({ id, title, version }) => (
                <option key={id} value={id}>
                  {version.number > 1 ? `${title} (version ${version.number})` : title}
                </option>
              ))}
            </select>
          </div>
        )
      }
    </Awaited>
  );
}
