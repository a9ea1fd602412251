import { useSignal } from '@preact/signals';
import type { CommentRead } from '#protocol/comment.ts';
import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { MoreButton } from '#client/ui/more-button.tsx';
import { usePageList } from '#client/ui/page-list.ts';
import { answerOf } from '../../request.ts';
import { MomentButton } from '../moment-button.tsx';
import type { Version } from './version-stack.ts';

const PAGE_SIZE = 50;

/** What was said about one earlier version: how much, page by page, and the way to all of it. */
export function VersionComments({ version, isFirst }: { version: Version; isFirst: boolean }) {
  const isOpen = useSignal(isFirst);
  const { shortId, commentCount } = version;
  const { number } = version.version;
  return (
    <details open={isOpen.value} onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>
        <span class="version-chip small">v{number}</span>{' '}
        <span class="small figures">
          {commentCount.toLocaleString()} {commentCount === 1 ? 'comment' : 'comments'}
        </span>
      </summary>
      {isOpen.value && <Threads version={version} />}
      <a class="small" href={`/v/${shortId}`}>
        Open v{number} to read the answers
      </a>
    </details>
  );
}

/** Beginnings of threads only: their answers are read where they were given. */
function Threads({ version: { id } }: { version: Version }) {
  const threads = usePageList((cursor, signal) => {
    const query = { order: 'time' as const, parentId: 'none', limit: PAGE_SIZE, cursor };
    return answerOf(api.GET('/api/videos/{id}/comments', { params: { path: { id }, query }, signal }));
  }, id);
  return (
    <>
      <Awaited of={threads.list}>
        {({ items }) => (
          <ol>
            {items.map((comment) => (
              <Carried key={comment.id} comment={comment} />
            ))}
          </ol>
        )}
      </Awaited>
      <MoreButton of={threads} />
    </>
  );
}

function Carried({ comment }: { comment: CommentRead }) {
  const { positionSeconds, authorName, content, isDeleted, resolvedAt } = comment;
  if (isDeleted) return <li class="muted small">This comment was deleted.</li>;
  return (
    <li class="comment-text">
      {positionSeconds !== null && <MomentButton seconds={positionSeconds} />} <strong>{authorName}</strong>{' '}
      {content}
      {resolvedAt !== null && <span class="small resolved-by"> Resolved</span>}
    </li>
  );
}
