import { Icon } from '#client/ui/icon.tsx';
import type { Thread } from './threads.ts';

/** A resolved thread in one line, to be opened. */
export function ResolvedLine({ thread, onOpen }: { thread: Thread; onOpen: () => void }) {
  const { root, replies } = thread;
  return (
    <button type="button" class="resolved-line" aria-expanded="false" onClick={onOpen}>
      <Icon name="check" />
      <span class="resolved-words">
        <strong>{root.authorName}</strong> {root.content}
      </span>
      <span class="muted small">
        Resolved by {root.resolvedByName ?? 'somebody'}
        {replies.length > 0 && ` · ${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`}
      </span>
    </button>
  );
}
