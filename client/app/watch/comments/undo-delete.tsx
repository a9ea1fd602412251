import { useEffect, useRef } from 'preact/hooks';
import { useWatch } from '../watch.ts';

/** Stands where a comment was until its deletion can no longer be taken back. */
export function UndoDelete({ commentId }: { commentId: string }) {
  const watch = useWatch();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that had the focus is gone with the comment.
    undo.current?.focus();
    watch.announcer.say('Comment deleted');
  }, [watch]);
  return (
    <p class="notice row">
      Comment deleted
      <button type="button" class="button" ref={undo} onClick={() => watch.deletions.undo(commentId)}>
        Undo
      </button>
    </p>
  );
}
