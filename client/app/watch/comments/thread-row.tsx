import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { CommentItem } from './comment-item.tsx';
import { isResolved } from './thread-filter.ts';
import type { Thread } from './threads.ts';

const ResolvedLine = lazyPart(async () => (await import('./resolved-line.tsx')).ResolvedLine);
const ReplyForm = lazyPart(async () => (await import('./reply-form.tsx')).ReplyForm);

/** A thread; resolved ones are one line until somebody wants to read them. */
export function ThreadRow({ thread, isNearest }: { thread: Thread; isNearest: boolean }) {
  const isReplying = useSignal(false);
  const row = useRef<HTMLLIElement>(null);
  const { root, replies } = thread;
  const isDone = isResolved(thread);
  // What its reader is in the middle of stays open: resolving it takes nothing from under their hands.
  const isOpen = useSignal(!isDone);
  const wasDone = useRef(isDone);
  useLayoutEffect(() => {
    if (isDone && !wasDone.current) isOpen.value = row.current?.contains(document.activeElement) ?? false;
    wasDone.current = isDone;
  }, [isDone, isOpen]);

  const open = () => {
    isOpen.value = true;
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('.timecode, button')?.focus());
  };
  return (
    <li
      class="thread"
      ref={row}
      data-comment={root.id}
      data-resolved={isDone}
      aria-current={isNearest ? 'true' : undefined}
    >
      {isDone && !isOpen.value ? (
        <ResolvedLine thread={thread} onOpen={open} />
      ) : (
        <>
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
        </>
      )}
    </li>
  );
}
