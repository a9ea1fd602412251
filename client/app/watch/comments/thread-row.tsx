import { useSignal } from '@preact/signals';
import { CommentItem } from './comment-item.tsx';
import { ReplyForm } from './reply-form.tsx';
import type { Thread } from './threads.ts';

export function ThreadRow({ thread, isNearest }: { thread: Thread; isNearest: boolean }) {
  const isReplying = useSignal(false);
  const { root, replies } = thread;
  return (
    <li class="thread" data-comment={root.id} aria-current={isNearest ? 'true' : undefined}>
      <CommentItem comment={root} onReply={() => (isReplying.value = true)} />
      {replies.length > 0 && (
        <ol class="replies" aria-label="Replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem comment={reply} />
            </li>
          ))}
        </ol>
      )}
      {isReplying.value && <ReplyForm parentId={root.id} onDone={() => (isReplying.value = false)} />}
    </li>
  );
}
