import { attempt } from '../identity.ts';
import { usePageKey } from '../use-page-key.ts';
import { useWatch } from '../watch.ts';
import { mayResolve } from './thread-filter.ts';
import type { Thread } from './threads.ts';

/** `r`: settles the thread that has the focus, else the one playback has reached. */
export function useResolveKey(threads: readonly Thread[], nearestId: string | undefined): void {
  const watch = useWatch();
  usePageKey('r', () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-comment]')?.dataset['comment'];
    const root = threads.find((thread) => thread.root.id === (focused ?? nearestId))?.root;
    if (!root) return watch.announcer.say('No comment is selected');
    if (!mayResolve(root, watch.state.peek().you))
      return watch.announcer.say('Only its author, or who may steer here, may resolve this comment');
    const act = () => watch.room.resolveComment(root.id, root.resolvedAt === null);
    return void attempt(watch, 'To resolve this comment', act, 'panel');
  });
}
