import type { Track } from '../mp4/track.ts';

/**
 * Every time a segment carries is this much later than in the file, so that no decode time is negative
 * (frames that are decoded before they are shown, sound that starts before the picture). All tracks and all
 * renditions share it, and players place the first segment at zero again.
 */
export const SHIFT_SECONDS = 1;

/** When a sample is shown, in the file's own presentation time. */
export function presentationSeconds(
  track: Track,
  sample: { decodeTicks: number; compositionTicks: number },
): number {
  const ticks = sample.decodeTicks + sample.compositionTicks - track.edits.startTicks;
  return ticks / track.timescale + track.edits.delaySeconds;
}

/** What a fragment writes for a sample decoded at `decodeTicks`. */
export function fragmentDecodeTicks(track: Track, decodeTicks: number): number {
  const shift = Math.round((track.edits.delaySeconds + SHIFT_SECONDS) * track.timescale);
  return decodeTicks - track.edits.startTicks + shift;
}
