import { useSignal } from '@preact/signals';
import type { CommentRead } from '#protocol/comment.ts';
import { api } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { toldOf, type Told } from '#client/ui/told.ts';
import { answerOf } from '../../request.ts';
import { goTo, useWatch } from '../watch.ts';
import './review.css';
import { olderThan, readVersions, type Version } from './version-stack.ts';

interface Carried {
  comment: CommentRead;
  version: number;
}

/** Of each version so many; more are read in it. */
const MOST = 100;

/** What was said about the versions before, to be read along with this one; it is answered where it was said. */
export function OlderComments() {
  const watch = useWatch();
  const { video } = watch.boot;
  const carried = useSignal<readonly Carried[] | null>(null);
  const isBusy = useSignal(false);
  const failure = useSignal<Told | null>(null);
  const load = async () => {
    isBusy.value = true;
    failure.value = null;
    try {
      const older = olderThan(await readVersions(video.id), video.version.number);
      carried.value = (await Promise.all(older.map(readCarried))).flat();
    } catch (error) {
      failure.value = toldOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  if (failure.value) return <Failure error={failure.value} retry={() => void load()} />;
  if (carried.value === null)
    return (
      <button type="button" class="button plain" aria-busy={isBusy.value} onClick={() => void load()}>
        Show comments of earlier versions
      </button>
    );
  if (carried.value.length === 0) return <p class="small muted">Nothing was said about earlier versions.</p>;
  return (
    <section class="stack-small older-comments" aria-label="Comments of earlier versions">
      <ol>
        {carried.value.map(({ comment, version }) => (
          <li key={comment.id} class="comment-text">
            <span class="version-chip small">v{version}</span>{' '}
            {comment.positionSeconds !== null && (
              <button
                type="button"
                class="timecode"
                aria-label={`${formatTime(comment.positionSeconds)}, go to ${spokenTime(comment.positionSeconds)}`}
                onClick={() => goTo(watch, comment.positionSeconds ?? 0)}
              >
                <bdi>{formatTime(comment.positionSeconds)}</bdi>
              </button>
            )}{' '}
            <strong>{comment.authorName}</strong> {comment.content}
            {comment.resolvedAt !== null && <span class="small resolved-by"> Resolved</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

async function readCarried({ id, version }: Version): Promise<Carried[]> {
  const params = { path: { id }, query: { order: 'time' as const, limit: MOST } };
  const { items } = await answerOf(api.GET('/api/videos/{id}/comments', { params }));
  return items
    .filter(({ isDeleted, parentId }) => !isDeleted && parentId === null)
    .map((comment) => ({ comment, version: version.number }));
}
