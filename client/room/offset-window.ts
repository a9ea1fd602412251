import type { Playback } from '#protocol/playback.ts';
import { timeAtMs } from './playback-position.ts';

/** One presented frame, seen against the screening's clock. */
export interface OffsetSample {
  /** When the frame showed, on the server's clock. */
  atMs: number;
  mediaSeconds: number;
}

const WINDOW_MS = 360;
const FEWEST = 4;
const MOST = 24;

/** Adds a frame; the same frame twice is one. */
export function addFrame(samples: readonly OffsetSample[], frame: OffsetSample): readonly OffsetSample[] {
  if (samples.at(-1)?.atMs === frame.atMs) return samples;
  return [
    ...samples.filter((one) => frame.atMs - one.atMs <= WINDOW_MS && one.atMs < frame.atMs),
    frame,
  ].slice(-MOST);
}

/**
 * The mean offset of the newest frames in milliseconds, positive ahead; null while too few are known. A screen
 * shows a frame up to a refresh late, so one alone says little and some say much. The two furthest out are left
 * aside: a hiccup of the page is not an offset of the picture.
 */
export function meanOffsetMs(samples: readonly OffsetSample[], playback: Playback): number | null {
  if (samples.length < FEWEST) return null;
  const offsets = samples.map((one) => timeAtMs(playback, one.mediaSeconds) - one.atMs).sort((a, b) => a - b);
  const kept = offsets.length >= FEWEST + 2 ? offsets.slice(1, -1) : offsets;
  return kept.reduce((sum, one) => sum + one, 0) / kept.length;
}
