import { hindranceOf, ownScreening, wordsFor } from '../screening/steering-rules.ts';
import { presentMoment, type Watch } from '../watch.ts';

/** Stops at a moment: alone by pausing there, in step by asking the room to. False where one may not, with no word said. */
export function standAt(watch: Watch, positionSeconds: number): boolean {
  const player = watch.player.peek();
  if (!player || hindranceOf(watch.state.peek()) !== null) return false;
  // A player nobody has touched has not loaded anything it could show.
  player.load();
  player.pauseAt(positionSeconds);
  return true;
}

/** Near enough to be the same frame, whatever rounding to the millisecond did. */
export const isSameMoment = (one: number, other: number): boolean => Math.abs(one - other) < 0.02;

/** Why the picture cannot be taken to a drawing's frame; null where it is there, or can be. */
export function wordsAgainst(watch: Watch, positionSeconds: number): string | null {
  const state = watch.state.peek();
  const hindrance = hindranceOf(state);
  if (hindrance === null || isSameMoment(presentMoment(watch).positionSeconds, positionSeconds)) return null;
  const why = wordsFor(hindrance, ownScreening(state)?.hostName ?? 'The host');
  return `${why} Leave the screening to see this drawing at its frame.`;
}
