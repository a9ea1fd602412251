import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api, type Shape } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { toldOf, type Told } from '#client/ui/told.ts';
import { answerOf } from '../request.ts';
import type { Compare } from './compare.ts';
import type { Side } from './compare-state.ts';
import { onTimeline } from './pair-rules.ts';

type Comment = Shape<'Comment'>;
const MOST = 100;

/** What was said about each, under it; gone to on the common timeline. */
export function CompareComments(props: { compare: Compare; shown: Side; onGo: (seconds: number) => void }) {
  return (
    <div class="compare-comments" data-shown={props.shown}>
      <SideComments side="a" {...props} />
      <SideComments side="b" {...props} />
    </div>
  );
}

function SideComments(props: { side: Side; compare: Compare; onGo: (seconds: number) => void }) {
  const { side, compare, onGo } = props;
  const { id, shortId, version } = compare.videos[side];
  const comments = useSignal<readonly Comment[] | null>(null);
  const failure = useSignal<Told | null>(null);
  const load = () => {
    failure.value = null;
    readComments(id).then(
      (read) => (comments.value = read),
      (error: unknown) => (failure.value = toldOf(error)),
    );
  };
  useEffect(load, [id]);
  const go = (seconds: number) => onGo(onTimeline(side, seconds, compare.lengths()));
  return (
    <section data-side={side} aria-label={`Comments on ${side.toUpperCase()}`}>
      <h2>
        {side.toUpperCase()} · v{version.number} <a href={`/v/${shortId}`}>Watch alone</a>
      </h2>
      {failure.value && <Failure error={failure.value} retry={load} />}
      {comments.value?.length === 0 && <p class="muted small">Nothing was said.</p>}
      <ol>
        {comments.value?.map(({ id: commentId, authorName, content, positionSeconds, resolvedAt }) => (
          <li key={commentId}>
            {positionSeconds !== null && (
              <button
                type="button"
                class="timecode"
                aria-label={`${formatTime(positionSeconds)}, go to ${spokenTime(positionSeconds)}`}
                onClick={() => go(positionSeconds)}
              >
                <bdi>{formatTime(positionSeconds)}</bdi>
              </button>
            )}{' '}
            <strong>{authorName}</strong> {content}
            {resolvedAt !== null && <span class="small muted"> (resolved)</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

async function readComments(id: string): Promise<Comment[]> {
  const params = { path: { id }, query: { order: 'time' as const, limit: MOST } };
  const { items } = await answerOf(api.GET('/api/videos/{id}/comments', { params }));
  return items.filter(({ isDeleted, parentId }) => !isDeleted && parentId === null);
}
