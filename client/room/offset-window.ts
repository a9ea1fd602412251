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
 * The offset of the newest frames in milliseconds, positive ahead; null while too few are known. A frame can come
 * up late (a screen refreshes when it does, a page hiccups) but hardly early, so the more punctual half speaks,
 * without the very first, which may be a mistake. What nudges have done since each frame is counted in, so that a
 * correction is not steered by its own past.
 */
export function offsetOf(
  samples: readonly WindowSample[],
  playback: Playback,
  nudgedMs: number,
): number | null {
  if (samples.length < FEWEST) return null;
  const offsets = samples
    .map((one) => timeAtMs(playback, one.mediaSeconds) - one.atMs + nudgedMs - one.nudgedMs)
    .sort((a, b) => b - a);
  const punctual = offsets.slice(1, 1 + Math.ceil(offsets.length / 2));
  return punctual.reduce((sum, one) => sum + one, 0) / punctual.length;
}
