import { Emoji } from '#protocol/reaction.ts';

/** What a reaction counts for: an emoji in a second of the video. */
export interface ReactionMoment {
  second: number;
  emoji: Emoji;
}

/** The second a position lies in; the very end belongs to the last. */
export function secondOf(positionSeconds: number, durationSeconds: number | null): number {
  const last = durationSeconds === null ? Infinity : Math.max(0, Math.ceil(durationSeconds) - 1);
  return Math.min(Math.floor(positionSeconds), last);
}

/** How the log names it. */
export const momentKey = ({ second, emoji }: ReactionMoment): string => `${second} ${emoji}`;

/** Undefined for what is no such key. */
export function parseMomentKey(key: string): ReactionMoment | undefined {
  const [second = '', name] = key.split(' ');
  const emoji = Emoji.safeParse(name);
  return emoji.success && /^\d+$/.test(second) ? { second: Number(second), emoji: emoji.data } : undefined;
}
