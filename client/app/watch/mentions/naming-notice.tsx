import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CommentView } from '#protocol/comment.ts';
import { Icon } from '#client/ui/icon.tsx';
import { describeNaming, newlyNaming } from '../comments/comment-news.ts';
import { useWatch } from '../watch.ts';

/** Whoever is named while they watch is told under the picture, with the way to what was said; it moves no picture. */
export function NamingNotice() {
  const watch = useWatch();
  const naming = useSignal<CommentView | null>(null);
  useEffect(
    () =>
      watch.room.subscribe((state, previous) => {
        // What is learnt by coming back is how things stand.
        if (previous.you?.connectionId !== state.you?.connectionId) return;
        const last = newlyNaming(state, previous).at(-1);
        if (last) naming.value = last;
      }),
    [watch],
  );
  const comment = naming.value;
  if (comment === null) return null;
  const show = () => {
    const detail = { ids: [comment.id], positionSeconds: comment.positionSeconds };
    watch.player.peek()?.dispatchEvent(new CustomEvent('markerselect', { detail }));
    naming.value = null;
  };
  return (
    <p class="resume-notice small">
      <span>{describeNaming(comment)}</span>
      <button type="button" class="button plain" onClick={show}>
        Show
      </button>
      <button
        type="button"
        class="button plain icon-only"
        aria-label="Dismiss"
        onClick={() => (naming.value = null)}
      >
        <Icon name="close" />
      </button>
    </p>
  );
}
