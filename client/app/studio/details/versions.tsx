import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { momentOf } from '#client/ui/dates.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useResource } from '#client/ui/resource.ts';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../../request.ts';
import { useShell } from '../../shell/shell.ts';
import { moveToTrash } from './trash.ts';
import type { Video } from './video-edit.ts';

const STATUS_WORDS: Record<Video['processingStatus'], string> = {
  pending: 'Waits for its file',
  processing: 'Being prepared',
  complete: 'Ready',
  error: 'Cannot be played',
  cancelled: 'Cancelled',
};

/** The stack this video is part of, the newest first. Comments stay with the version they were made on. */
export function Versions({ video }: { video: Video }) {
  const shell = useShell();
  const task = useTask();
  const list = useResource(
    (signal) =>
      answerOf(api.GET('/api/videos/{id}/versions', { params: { path: { id: video.id } }, signal })),
    video.id,
  );
  const remove = (version: Video) =>
    task.run(async () => {
      await moveToTrash(shell, version, () => void list.reload());
      await list.reload();
    });
  return (
    <section class="stack" aria-labelledby="versions-heading">
      <div class="row spread">
        <h2 id="versions-heading">Versions</h2>
        <a class="button" href={`/studio/upload?version=${video.shortId}`}>
          Upload a new version
        </a>
      </div>
      <Awaited of={list}>
        {({ items }) => (
          <ul class="rows">
            {items.map((version) => (
              <li key={version.id} class="row-item">
                <div class="row-words">
                  <p class="long-words">
                    {version.id === video.id ? (
                      <strong>{nameOf(version)} (this one)</strong>
                    ) : (
                      <a href={`/studio/v/${version.shortId}`}>{nameOf(version)}</a>
                    )}
                  </p>
                  <p class="small muted">
                    {STATUS_WORDS[version.processingStatus]} · {momentOf(version.createdAt)}
                  </p>
                </div>
                {version.id !== video.id && (
                  <button
                    type="button"
                    class="button plain danger"
                    aria-label={`Delete: ${nameOf(version)}`}
                    onClick={() => void remove(version)}
                  >
                    Delete
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Awaited>
      {task.failure.value && <Failure error={task.failure.value} />}
    </section>
  );
}

const nameOf = ({ version, title }: Video): string => `Version ${version.number}: ${title}`;
