import type { SyncFacts } from '#client/room/follower.ts';

/** Nearer than this nobody notices by themselves. */
const WORTH_SAYING_MS = 400;
/** A moment out of step after a seek is nothing to act on. */
const LASTING_MS = 1000;

/** "You are 2 s behind"; null while in step, or only just out of it. */
export function describeBehind({ status, offsetMs, outForMs }: SyncFacts): string | null {
  // What may not play says so over the picture, and how to join.
  if (status === 'blocked') return null;
  if (offsetMs === null || Math.abs(offsetMs) < WORTH_SAYING_MS || outForMs < LASTING_MS) return null;
  const seconds = Math.abs(offsetMs) / 1000;
  const far = seconds < 10 ? seconds.toFixed(1).replace('.0', '') : Math.round(seconds).toString();
  return `You are ${far} s ${offsetMs < 0 ? 'behind' : 'ahead'}`;
}
