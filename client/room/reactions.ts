import type { Emoji, ReactionCount } from '#protocol/reaction.ts';

/** How often each emoji was sent in one second of the video. */
export type SecondTally = Readonly<Partial<Record<Emoji, number>>>;
/** By second of the video. */
export type Reactions = ReadonlyMap<number, SecondTally>;

/** Seconds kept: what is reacted to at one time lies close together. */
const MOST_SECONDS = 1_000;

/** Counts are absolute and only rise, so the greater wins, in whatever order copies come. */
export function withReactions(reactions: Reactions, counts: readonly ReactionCount[]): Reactions {
  const known = ({ second, emoji }: ReactionCount) => reactions.get(second)?.[emoji] ?? 0;
  const news = counts.filter((one) => one.count > known(one));
  if (news.length === 0) return reactions;
  const merged = new Map(reactions);
  for (const { second, emoji, count } of news) {
    const tally = merged.get(second);
    merged.set(second, { ...tally, [emoji]: Math.max(count, tally?.[emoji] ?? 0) });
  }
  for (const second of merged.keys()) {
    if (merged.size <= MOST_SECONDS) break;
    merged.delete(second);
  }
  return merged;
}
