import { effect, signal } from '@preact/signals';
import { pictureOf } from '../picture.ts';
import type { Watch } from '../watch.ts';
import { coldHeat, heatOf, heatShares, warmed } from './heat-shares.ts';
import { isNear, reactionGains } from './reaction-gains.ts';
import { readReactions } from './read-reactions.ts';

/** Others' reactions near the present moment rise over the picture; all of them warm the timeline. */
export function followReactions(watch: Watch): () => void {
  const { room, boot, player } = watch;
  const picture = pictureOf(watch);
  const durationSeconds = boot.video.durationSeconds ?? 0;
  const heat = signal(coldHeat(durationSeconds));
  // Once a page: a crowd that comes back would all ask at once. Not essential: without it the strip shows what
  // happens from here on.
  const read = async () => {
    heat.value = heatOf(await readReactions(boot.video.id), durationSeconds);
  };
  // The room may have welcomed us before the player was here.
  if (room.getState().you !== null) read().catch(() => undefined);
  const stopNews = room.subscribe((now, before) => {
    if (now.you !== null && before.you === null) read().catch(() => undefined);
    const gains = reactionGains(now.reactions, before.reactions);
    if (gains.length === 0) return;
    heat.value = warmed(heat.peek(), gains);
    // What a lost connection kept back warms the strip, but is no news.
    const isNews = now.you?.connectionId === before.you?.connectionId;
    const { positionSeconds } = watch.time.peek();
    for (const gain of gains) {
      const others = picture.own.takeFrom(gain);
      if (isNews && isNear(gain, positionSeconds)) picture.flights.launch(gain.emoji, others);
    }
  });
  const stopHeat = effect(() => {
    if (player.value && durationSeconds > 0) player.value.heat = heatShares(heat.value);
  });
  return () => {
    stopNews();
    stopHeat();
  };
}
