import { effect } from '@preact/signals';
import { mayPoint } from './drawing/may-point.ts';
import { followPointing } from './drawing/pointing.ts';
import { openDesk } from './drawing/open-desk.ts';
import { followReactions } from './reactions/follow-reactions.ts';
import { pictureOf } from './picture.ts';
import type { Watch } from './watch.ts';

/** Keeps what stands over the picture going for as long as the player is there. */
export function followPicture(watch: Watch): () => void {
  const { desk, isPointing } = pictureOf(watch);
  const stops = [
    followReactions(watch),
    followPointing(watch, isPointing),
    // Controls would lie over what is drawn.
    effect(() => void watch.player.value?.toggleAttribute('bare', desk.isOpen.value)),
    effect(() => {
      const player = watch.player.value;
      const draw = () => void openDesk(watch);
      const point = () => (isPointing.value = !isPointing.peek() && mayPoint(watch.state.peek()));
      player?.addEventListener('drawrequest', draw);
      player?.addEventListener('pointrequest', point);
      return () => {
        player?.removeEventListener('drawrequest', draw);
        player?.removeEventListener('pointrequest', point);
      };
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
