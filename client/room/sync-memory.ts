import { forgetShown, type Lag, type WindowSample } from './offset-window.ts';

/** What the follower remembers from one step to the next. */
export interface SyncMemory {
  revision: number | null;
  steppedMs: number;
  samples: readonly WindowSample[];
  /** What they say of the element's clock, positive ahead; null while they are too few. */
  clockOffsetMs: number | null;
  /** Frames shown before this belong to an earlier continuity. */
  freshSinceMs: number;
  lastFrameMs: number;
  lag: Lag;
  seekCalledMs: number | null;
  start: { calledMs: number; fromSeconds: number; isWhileSeeking: boolean } | null;
  /** How long this device takes from asking for it to a seeked picture, and from play() to a moving one. */
  seekLatencyMs: number;
  startLatencyMs: number;
  hasLearnedStart: boolean;
  /** When the picture was last interrupted; for a while after it a jump costs nobody anything. */
  disruptedMs: number;
  /** No realignment before this: a correction must not chase its own cost. */
  restUntilMs: number;
  /** Seeks and realignments since the last new revision or the last time in step. */
  corrections: number;
  /** Until when the rate is changed to make up for an offset; null while it is the screening's own. */
  nudgedUntilMs: number | null;
  /** Nudges over less than half a frame since the picture's last break, and when the next one may be. */
  fineNudges: number;
  fineFromMs: number;
  /** The way back of a swing, to be gone once its way there ends. */
  swingBack: { rate: number; forMs: number } | null;
  /** Swings in a row after which the picture still came late, and when the next one may be. */
  vainSwings: number;
  swingFromMs: number;
  swingGapMs: number;
}

const UNNUDGED = {
  nudgedUntilMs: null,
  fineNudges: 0,
  fineFromMs: -Infinity,
  swingBack: null,
  vainSwings: 0,
};

export const NEW_MEMORY: SyncMemory = {
  revision: null,
  steppedMs: -Infinity,
  samples: [],
  clockOffsetMs: null,
  freshSinceMs: -Infinity,
  lastFrameMs: -Infinity,
  lag: { ms: 0, shownMs: 0, count: 0 },
  seekCalledMs: null,
  start: null,
  seekLatencyMs: 400,
  startLatencyMs: 60,
  hasLearnedStart: false,
  disruptedMs: -Infinity,
  restUntilMs: -Infinity,
  corrections: 0,
  ...UNNUDGED,
  swingFromMs: -Infinity,
  swingGapMs: 0,
};

const LONGEST_LATENCY_MS = 3000;

/** The picture starts anew: how it ran before says nothing, but what the device taught stays. */
export const withoutSamples = (memory: SyncMemory): SyncMemory => ({
  ...memory,
  samples: [],
  clockOffsetMs: null,
  lag: forgetShown(memory.lag),
});

/** After a new revision the picture is anew to be brought in step; what the device taught stays. */
export const onRevision = (memory: SyncMemory, revision: number, serverMs: number): SyncMemory => ({
  ...withoutSamples(memory),
  revision,
  start: null,
  disruptedMs: serverMs,
  restUntilMs: -Infinity,
  corrections: 0,
  ...UNNUDGED,
  swingFromMs: -Infinity,
});

/** The picture's continuity broke: what was measured before says nothing about what comes. */
export const onBreak = (memory: SyncMemory, serverMs: number): SyncMemory => ({
  ...withoutSamples(memory),
  freshSinceMs: serverMs,
  disruptedMs: serverMs,
  ...UNNUDGED,
});

/** Longer than between two steps of a page that runs; timers of hidden ones come once a second. */
const SLEPT_MS = 1500;

/** What was being timed when the page stopped running would be learned with the sleep's length: forget it. */
export function noteStep(memory: SyncMemory, serverMs: number): SyncMemory {
  const hasSlept = serverMs - memory.steppedMs > SLEPT_MS;
  const isTiming = memory.seekCalledMs !== null || memory.start !== null;
  const noted = { ...memory, steppedMs: serverMs };
  return hasSlept && isTiming ? { ...onBreak(noted, serverMs), seekCalledMs: null, start: null } : noted;
}

/**
 * Out of a screening, or looked at again: what was tried before is no reason not to try anew. A hidden page's timers
 * come a second late, so that its corrections miss their mark.
 */
export const onReturn = (memory: SyncMemory): SyncMemory => ({ ...memory, revision: null });

/** A seek has ended. A slow one is believed at once, a fast one slowly: being late costs another seek. */
export function learnSeek(memory: SyncMemory, serverMs: number): SyncMemory {
  if (memory.seekCalledMs === null) return memory;
  const tookMs = Math.min(serverMs - memory.seekCalledMs, LONGEST_LATENCY_MS);
  const weight = tookMs > memory.seekLatencyMs ? 1 : 0.25;
  const seekLatencyMs = memory.seekLatencyMs + weight * (tookMs - memory.seekLatencyMs);
  return { ...onBreak(memory, serverMs), seekLatencyMs, seekCalledMs: null };
}

/** The first frames after a start tell when it really was. */
export function learnStart(memory: SyncMemory, rate: number): SyncMemory {
  const { start, samples, lag } = memory;
  if (start === null || samples.length < 4) return memory;
  // How long that took is the seek's doing.
  if (start.isWhileSeeking) return { ...memory, start: null };
  const began = samples.map((one) => one.atMs - ((one.clockSeconds - start.fromSeconds) / rate) * 1000);
  const meanMs = began.reduce((sum, one) => sum + one, 0) / began.length;
  const tookMs = meanMs - lag.ms - start.calledMs;
  const weight = memory.hasLearnedStart ? 0.4 : 1;
  const learned = memory.startLatencyMs + weight * (tookMs - memory.startLatencyMs);
  const startLatencyMs = Math.min(Math.max(learned, 0), LONGEST_LATENCY_MS);
  return { ...memory, start: null, startLatencyMs, hasLearnedStart: true };
}
