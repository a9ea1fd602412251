import type { Side } from './compare-state.ts';

/** Two videos on one timeline: its seconds are A's, B runs so many seconds ahead. */
export interface Lengths {
  a: number;
  b: number;
  offsetSeconds: number;
}

/** Where a side stands when the timeline is at `seconds`. */
export const timeOf = (side: Side, seconds: number, { offsetSeconds }: Lengths): number =>
  side === 'a' ? seconds : seconds + offsetSeconds;

/** And the other way round: what a side shows, on the timeline. */
export const onTimeline = (side: Side, seconds: number, { offsetSeconds }: Lengths): number =>
  side === 'a' ? seconds : seconds - offsetSeconds;

/** From the first frame of either to the last of either. */
export const extentOf = ({ a, b, offsetSeconds }: Lengths): { start: number; end: number } => ({
  start: Math.min(0, -offsetSeconds),
  end: Math.max(a, b - offsetSeconds),
});

/** Whether a side has no frame there: it begins later, or has ended. */
export function isMissing(side: Side, seconds: number, lengths: Lengths): boolean {
  const time = timeOf(side, seconds, lengths);
  return time < -0.001 || time >= lengths[side] - 0.001;
}

/** Beyond this following takes a seek. */
const SEEK_SECONDS = 0.3;
/** Within this (half a frame of 25) they are together. */
const TOGETHER_SECONDS = 0.02;

/** How the side that follows is brought to where it belongs: at which rate, or by a seek. */
export function followBy(driftSeconds: number): { rate: number } | 'seek' {
  if (Math.abs(driftSeconds) > SEEK_SECONDS) return 'seek';
  if (Math.abs(driftSeconds) <= TOGETHER_SECONDS) return { rate: 1 };
  return { rate: 1 - Math.min(Math.max(driftSeconds, -0.05), 0.05) };
}
