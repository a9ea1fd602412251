import { signal, type ReadonlySignal } from '@preact/signals';

/** How long a deletion can be taken back. */
export const UNDO_MS = 10_000;

export interface Deletions {
  /** Comments that are gone for their reader but not yet deleted. */
  readonly waiting: ReadonlySignal<ReadonlySet<string>>;
  ask(commentId: string): void;
  undo(commentId: string): void;
  /** Deletes at once what still waits: the page is being left. */
  flush(): void;
}

/** Holds each deletion back for a while, since the room has no way to bring a comment back. `tell` hears why one is not done. */
export function createDeletions(
  deleteComment: (commentId: string) => Promise<unknown>,
  tell: (reason: string) => void,
): Deletions {
  const waiting = signal<ReadonlySet<string>>(new Set());
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const forget = (commentId: string) => {
    clearTimeout(timers.get(commentId));
    timers.delete(commentId);
    waiting.value = new Set([...waiting.value].filter((id) => id !== commentId));
  };
  const carryOut = (commentId: string) => {
    // Hidden until the room has answered; a refusal brings it back into view.
    void deleteComment(commentId)
      .catch((error: unknown) =>
        tell(`The comment is not deleted: ${error instanceof Error ? error.message : 'try again.'}`),
      )
      .then(() => forget(commentId));
  };

  return {
    waiting,
    ask(commentId) {
      waiting.value = new Set([...waiting.value, commentId]);
      timers.set(
        commentId,
        setTimeout(() => carryOut(commentId), UNDO_MS),
      );
    },
    undo: forget,
    flush() {
      for (const [commentId, timer] of timers) {
        clearTimeout(timer);
        timers.delete(commentId);
        carryOut(commentId);
      }
    },
  };
}
