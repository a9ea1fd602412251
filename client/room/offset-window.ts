import type { Playback } from '#protocol/playback.ts';
import { timeAtMs } from './playback-position.ts';

/** One presented frame, seen against the screening's clock. */
export interface OffsetSample {
  /** When the frame showed, on the server's clock. */
  atMs: number;
  mediaSeconds: number;
}

/** A frame with how far nudges had moved the picture by then, in milliseconds. */
export interface WindowSample extends OffsetSample {
  nudgedMs: number;
}

const WINDOW_MS = 360;
const FEWEST = 4;
const MOST = 24;

/** Adds a frame; the same frame twice is one. */
export function addFrame(samples: readonly WindowSample[], frame: WindowSample): readonly WindowSample[] {
  if (samples.at(-1)?.atMs === frame.atMs) return samples;
  return [
    ...samples.filter((one) => frame.atMs - one.atMs <= WINDOW_MS && one.atMs < frame.atMs),
    frame,
  ].slice(-MOST);
}

/**
 * The mean offset of the newest frames in milliseconds, positive ahead; null while too few are known. What
 * nudges have done since each frame is counted in, so that a correction is not steered by its own past. A screen
 * shows a frame up to a refresh late, so one alone says little and some say much. The quarter furthest out on
 * either side is left aside: a hiccup of the page is not an offset of the picture.
 */
export function meanOffsetMs(
  samples: readonly WindowSample[],
  playback: Playback,
  nudgedMs: number,
): number | null {
  if (samples.length < FEWEST) return null;
  const offsets = samples
    .map((one) => timeAtMs(playback, one.mediaSeconds) - one.atMs + nudgedMs - one.nudgedMs)
    .sort((a, b) => a - b);
  const aside = Math.floor(offsets.length / 4);
  const kept = offsets.slice(aside, offsets.length - aside);
  return kept.reduce((sum, one) => sum + one, 0) / kept.length;
}
