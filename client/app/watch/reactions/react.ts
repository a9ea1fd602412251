import type { Emoji } from '#protocol/reaction.ts';
import { attemptNamed } from '../identity.ts';
import { pictureOf } from '../picture.ts';
import { presentMoment, type Watch } from '../watch.ts';

/** A key held down repeats: nobody means thirty hearts a second, and the room would refuse them. */
const GAP_MS = 120;
let reactedAtMs = -Infinity;

/** Reacts to the moment on show; seen at once, sent when there is a name to it. */
export function react(watch: Watch, emoji: Emoji): void {
  const nowMs = performance.now();
  if (nowMs - reactedAtMs < GAP_MS) return;
  reactedAtMs = nowMs;
  const { positionSeconds } = presentMoment(watch);
  const { own, flights } = pictureOf(watch);
  void attemptNamed(watch, 'To react', async () => {
    own.note(emoji, positionSeconds, 1);
    flights.launch(emoji, 1);
    try {
      await watch.room.react(emoji, positionSeconds);
    } catch (error) {
      own.note(emoji, positionSeconds, -1);
      throw error;
    }
  });
}
