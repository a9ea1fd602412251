import type { Playback } from '#protocol/playback.ts';
import { timeAtMs } from './playback-position.ts';

/** A presented frame: which moment of the file, and when it showed on the server's clock. */
export interface OffsetSample {
  atMs: number;
  mediaSeconds: number;
}

/** Where the element's own clock stood when a frame was heard of. */
export interface WindowSample {
  atMs: number;
  clockSeconds: number;
}

/** By how much frames show after the element's clock has passed them: negative is late. */
export interface Lag {
  /** This device's own, as far as it is known: what is steered by. */
  ms: number;
  /** The mean of the newest frames' since the picture broke or was nudged, and of how many it is. */
  shownMs: number;
  count: number;
}

const WINDOW_MS = 360;
const FEWEST = 4;
const MOST = 24;
/** So many frames' lags are averaged. */
const NEWEST = 12;
/** Once the lag is known, a frame further off than this is the page's hiccup and counts for no more. */
const KNOWN_FROM = 8;
const MOST_AT_ONCE_MS = 20;

export function addSample(samples: readonly WindowSample[], sample: WindowSample): readonly WindowSample[] {
  const sinceMs = sample.atMs - WINDOW_MS;
  let first = Math.max(0, samples.length + 1 - MOST);
  while (first < samples.length && (samples[first]?.atMs ?? sinceMs) < sinceMs) first += 1;
  const kept = samples.slice(first);
  kept.push(sample);
  return kept;
}

/** One more frame's lag. */
export function noteLag(lag: Lag, lateMs: number): Lag {
  const count = lag.count + 1;
  const distanceMs = lateMs - lag.shownMs;
  const isKnown = lag.count >= KNOWN_FROM;
  const boundedMs = isKnown ? Math.min(Math.max(distanceMs, -MOST_AT_ONCE_MS), MOST_AT_ONCE_MS) : distanceMs;
  return { ...lag, shownMs: lag.shownMs + boundedMs / Math.min(count, NEWEST), count };
}

/** The picture starts anew: how it lagged before says nothing, but what the device taught stays. */
export const forgetShown = (lag: Lag): Lag => (lag.count === 0 ? lag : { ...lag, shownMs: 0, count: 0 });

/**
 * The offset of the element's clock in milliseconds, positive ahead; null while too little is known. A clock is read late but
 * never early, so the more punctual half speaks, without the very first, which may be a mistake.
 */
export function clockOffsetOf(samples: readonly WindowSample[], playback: Playback): number | null {
  if (samples.length < FEWEST) return null;
  // Asked at every frame: sorted in place as they are read, the greatest first.
  const offsets: number[] = [];
  for (const { atMs, clockSeconds } of samples) {
    const offsetMs = timeAtMs(playback, clockSeconds) - atMs;
    let place = offsets.length;
    for (; place > 0 && (offsets[place - 1] ?? 0) < offsetMs; place -= 1)
      offsets[place] = offsets[place - 1] ?? 0;
    offsets[place] = offsetMs;
  }
  const punctual = Math.min(Math.ceil(offsets.length / 2), offsets.length - 1);
  let sumMs = 0;
  for (let index = 1; index <= punctual; index += 1) sumMs += offsets[index] ?? 0;
  return sumMs / punctual;
}
