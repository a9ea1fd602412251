import type { CommentRead } from '#protocol/comment.ts';
import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { MoreButton } from '#client/ui/more-button.tsx';
import { usePageList } from '#client/ui/page-list.ts';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { answerOf } from '../request.ts';
import type { Compare } from './compare.ts';
import type { Side } from './compare-state.ts';
import { onTimeline } from './pair-rules.ts';

const PAGE_SIZE = 50;

/** What was said about each, under it, page by page; gone to on the common timeline. */
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
  const list = usePageList((cursor, signal) => {
    const query = { order: 'time' as const, parentId: 'none', limit: PAGE_SIZE, cursor };
    return answerOf(api.GET('/api/videos/{id}/comments', { params: { path: { id }, query }, signal }));
  }, id);
  const go = (seconds: number) => onGo(onTimeline(side, seconds, compare.lengths()));
  return (
    <section data-side={side} aria-label={`Comments on ${side.toUpperCase()}`}>
      <h2>
        {side.toUpperCase()} · v{version.number} <a href={`/v/${shortId}`}>Watch alone</a>
      </h2>
      <Awaited of={list.list}>
        {({ items }) => {
          const said = items.filter(({ isDeleted }) => !isDeleted);
          if (said.length === 0) return <p class="muted small">Nothing was said.</p>;
          return (
            <ol>
              {said.map((comment) => (
                <Said key={comment.id} comment={comment} onGo={go} />
              ))}
            </ol>
          );
        }}
      </Awaited>
      <MoreButton of={list} />
    </section>
  );
}

function Said({ comment, onGo }: { comment: CommentRead; onGo: (seconds: number) => void }) {
  const { authorName, content, positionSeconds, resolvedAt } = comment;
  return (
    <li>
      {positionSeconds !== null && (
        <button
          type="button"
          class="timecode"
          aria-label={`${formatTime(positionSeconds)}, go to ${spokenTime(positionSeconds)}`}
          onClick={() => onGo(positionSeconds)}
        >
          <bdi>{formatTime(positionSeconds)}</bdi>
        </button>
      )}{' '}
      <strong>{authorName}</strong> {content}
      {resolvedAt !== null && <span class="small muted"> (resolved)</span>}
    </li>
  );
}
