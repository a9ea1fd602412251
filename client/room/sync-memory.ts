import type { WindowSample } from './offset-window.ts';

/** What the follower remembers from one step to the next. */
export interface SyncMemory {
  revision: number | null;
  samples: readonly WindowSample[];
  /** Frames shown before this belong to an earlier continuity. */
  freshSinceMs: number;
  seekCalledMs: number | null;
  start: { calledMs: number; fromSeconds: number } | null;
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
  isNudging: boolean;
  /** The nudge under way: by which share of the rate, since when, and what it and those before it add up to. */
  nudge: { share: number; sinceMs: number; sumMs: number };
}

export const NEW_MEMORY: SyncMemory = {
  revision: null,
  samples: [],
  freshSinceMs: -Infinity,
  seekCalledMs: null,
  start: null,
  seekLatencyMs: 400,
  startLatencyMs: 60,
  hasLearnedStart: false,
  disruptedMs: -Infinity,
  restUntilMs: -Infinity,
  corrections: 0,
  isNudging: false,
  nudge: { share: 0, sinceMs: 0, sumMs: 0 },
};

/** How far nudges have moved the picture up to a moment. */
export const nudgedAtMs = ({ nudge }: SyncMemory, atMs: number): number =>
  nudge.sumMs + nudge.share * Math.max(0, atMs - nudge.sinceMs);

export const withNudge = (memory: SyncMemory, share: number, serverMs: number): SyncMemory => ({
  ...memory,
  nudge: { share, sinceMs: serverMs, sumMs: nudgedAtMs(memory, serverMs) },
});

const LONGEST_LATENCY_MS = 3000;

/** After a new revision the picture is anew to be brought in step; what the device taught stays. */
export const onRevision = (memory: SyncMemory, revision: number, serverMs: number): SyncMemory => ({
  ...memory,
  revision,
  samples: [],
  start: null,
  disruptedMs: serverMs,
  restUntilMs: -Infinity,
  corrections: 0,
  isNudging: false,
});

/** The picture's continuity broke: what was measured before says nothing about what comes. */
export const onBreak = (memory: SyncMemory, serverMs: number): SyncMemory => ({
  ...memory,
  samples: [],
  freshSinceMs: serverMs,
  disruptedMs: serverMs,
  isNudging: false,
  nudge: { share: 0, sinceMs: serverMs, sumMs: 0 },
});

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
  const { start, samples } = memory;
  if (start === null || samples.length < 4) return memory;
  const began = samples.map((one) => one.atMs - ((one.mediaSeconds - start.fromSeconds) / rate) * 1000);
  const tookMs = began.reduce((sum, one) => sum + one, 0) / began.length - start.calledMs;
  const weight = memory.hasLearnedStart ? 0.4 : 1;
  const learned = memory.startLatencyMs + weight * (tookMs - memory.startLatencyMs);
  const startLatencyMs = Math.min(Math.max(learned, 0), LONGEST_LATENCY_MS);
  return { ...memory, start: null, startLatencyMs, hasLearnedStart: true };
}
