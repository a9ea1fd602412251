import type { ReactionCount } from '#protocol/reaction.ts';

/** Parts of the timeline: about as many as can be told apart on it. */
export const HEAT_PARTS = 120;

/** How often a video was reacted to, by equal parts of its length. */
export interface Heat {
  bucketSeconds: number;
  counts: readonly number[];
}

export function coldHeat(durationSeconds: number): Heat {
  const bucketSeconds = Math.max(1, Math.ceil(durationSeconds / HEAT_PARTS));
  return heatOf({ bucketSeconds, items: [] }, durationSeconds);
}

/** From what the API answers: parts that nobody reacted to are not in it. */
export function heatOf(
  { bucketSeconds, items }: { bucketSeconds: number; items: readonly ReactionCount[] },
  durationSeconds: number,
): Heat {
  const parts = Math.max(1, Math.ceil(durationSeconds / bucketSeconds));
  return warmed({ bucketSeconds, counts: Array.from({ length: parts }, () => 0) }, items);
}

export function warmed({ bucketSeconds, counts }: Heat, gains: readonly ReactionCount[]): Heat {
  const next = [...counts];
  for (const { second, count } of gains) {
    const part = Math.min(next.length - 1, Math.floor(second / bucketSeconds));
    next[part] = (next[part] ?? 0) + count;
  }
  return { bucketSeconds, counts: next };
}

/** Shares of the most. Roots, so that one crowded moment does not flatten all others. */
export function heatShares({ counts }: Heat): number[] {
  const most = Math.max(0, ...counts);
  return most === 0 ? [] : counts.map((count) => Math.sqrt(count / most));
}
