import type { ListedComment } from '#client/room/select.ts';
import { Icon } from '#client/ui/icon.tsx';
import { attempt } from '../identity.ts';
import { usePick, useWatch } from '../watch.ts';
import { isResolving } from './thread-filter.ts';

/** Says that what a thread asks for is done, or that it is not after all. */
export function ResolveButton({ comment }: { comment: ListedComment }) {
  const watch = useWatch();
  const isBusy = usePick((state) => isResolving(state, comment.id)).value;
  const isDone = comment.resolvedAt !== null;
  const set = async () => {
    await watch.room.resolveComment(comment.id, !isDone);
    // Among the open ones it is gone now, and the focus with it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('.comment-list')?.focus();
    });
  };
  const toggle = () => void attempt(watch, 'To resolve this comment', set, 'panel');
  return (
    <button type="button" class="button plain small-button" aria-busy={isBusy} onClick={toggle}>
      <Icon name={isDone ? 'reopen' : 'check'} />
      {isDone ? 'Reopen' : 'Resolve'}
    </button>
  );
}
