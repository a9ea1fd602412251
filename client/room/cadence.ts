import type { Lag } from './offset-window.ts';

/** Frames enough to tell a lag from a hiccup. */
const ENOUGH_FRAMES = 10;
/** How exact a lag is known from them. */
const SLACK_MS = 3;

/**
 * A browser shows frames at refreshes, at best one each frame's length, and keeps that cadence for as long as it can:
 * the same clock may show its picture up to half a frame early or late, by luck of the start. That much is nobody's
 * lag and is not to be chased by moving the clock, which moves the picture by nothing or by a whole frame.
 */
export function judgeCadence(lag: Lag, frameMs: number): 'unknown' | 'near' | 'late' | 'early' {
  if (lag.count < ENOUGH_FRAMES) return 'unknown';
  const beyondMs = lag.shownMs - lag.ms;
  if (Math.abs(beyondMs) <= frameMs / 2 + SLACK_MS) return 'near';
  return beyondMs < 0 ? 'late' : 'early';
}

/** What luck cannot explain is the device's own: as little of it as explains what is seen. */
export function learnLag(lag: Lag, frameMs: number): Lag {
  const most = frameMs / 2;
  return { ...lag, ms: Math.min(Math.max(lag.ms, lag.shownMs - most), lag.shownMs + most) };
}
