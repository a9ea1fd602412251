import { EMOJIS } from '#protocol/emojis.ts';
import type { ReactionCount } from '#protocol/reaction.ts';
import type { Reactions } from '#client/room/reactions.ts';

/** Others may be this far from one's own moment and still be reacting to the same thing. */
const NEAR_SECONDS = 3;

/** What was added between two states, `count` being how many. Of a count never heard of before it is the last one. */
export function reactionGains(now: Reactions, before: Reactions): ReactionCount[] {
  if (now === before) return [];
  return [...now].flatMap(([second, tally]) => {
    const known = before.get(second);
    if (tally === known) return [];
    return EMOJIS.flatMap((emoji) => {
      const [count, was] = [tally[emoji] ?? 0, known?.[emoji]];
      const more = was === undefined ? Math.min(count, 1) : count - was;
      return more > 0 ? [{ second, emoji, count: more }] : [];
    });
  });
}

/** Whether who is at this moment would know what it is about. */
export const isNear = ({ second }: ReactionCount, positionSeconds: number): boolean =>
  Math.abs(second - Math.floor(positionSeconds)) <= NEAR_SECONDS;
