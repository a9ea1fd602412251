import { frameAt, frameSeconds, toFrameCentre, type FrameRate } from '#client/player/frames.ts';
import type { Playback } from '#protocol/playback.ts';
import { addFrame, meanOffsetMs, type OffsetSample } from './offset-window.ts';
import { lastFrameSeconds, linearSeconds, positionAt, timeAtMs } from './playback-position.ts';
import {
  learnSeek,
  learnStart,
  nudgedAtMs,
  onBreak,
  onRevision,
  withNudge,
  type SyncMemory,
} from './sync-memory.ts';

/** What the media element is doing; positions in file time. */
export interface MediaFacts {
  isReady: boolean;
  isPaused: boolean;
  isSeeking: boolean;
  /** Wants to play and has nothing to show. */
  isStalled: boolean;
  isBlocked: boolean;
  positionSeconds: number;
  rate: number;
  durationSeconds: number;
}

export interface SyncInput {
  serverMs: number;
  playback: Playback;
  facts: MediaFacts;
  /** The newest presented frame, if one is known. */
  frame: OffsetSample | null;
  frameRate: FrameRate | null;
  /** False where a changed rate is heard (Safari): then only larger offsets are corrected, by seeking. */
  canNudge: boolean;
}

export type SyncAction =
  | { kind: 'play' }
  | { kind: 'pause' }
  | { kind: 'seek'; positionSeconds: number }
  | { kind: 'rate'; rate: number };

export interface SyncStep {
  memory: SyncMemory;
  actions: readonly SyncAction[];
  status: 'loading' | 'blocked' | 'stalled' | 'settling' | 'in-step';
  /** Presented frame against the screening, positive ahead; null while unknown. */
  offsetMs: number | null;
  /** Step again after this at the latest, to start on time. */
  wakeInMs: number | null;
}

export const MOST_NUDGE = 0.05;
const STEADY_LIMIT_MS = 1000;
const SETTLING_LIMIT_MS = 80;
const SEEK_ONLY_LIMIT_MS = 500;
const SETTLING_MS = 4000;
/** An offset worth a seek, as a share of what the seek takes. */
const SEEK_WORTH_SHARE = 0.2;
const LONGEST_HOLD_MS = 1500;
const MOST_CORRECTIONS = 3;
const START_SLACK_MS = 3;
/** Beyond what was learned: a seek aimed too far ahead waits, one aimed too near is late. */
const LEAD_MARGIN_MS = 60;
const NUDGE_OVER_MS = 400;
const NUDGE_FROM_MS = 10;
const NUDGE_UNTIL_MS = 2.5;
/** A new rate is heard: it is worth it only when it differs by this much, or ends the nudge. */
const RATE_STEP = 0.01;
const IN_STEP_MS = 50;

/**
 * One step of keeping a media element on its screening's frame: from what is known to what is to be done.
 * Decides from presented frames, never answers media events, and leaves a seek or a stall alone until it is over.
 */
export function followStep(before: SyncMemory, input: SyncInput): SyncStep {
  const { facts, playback, serverMs } = input;
  const isNew = before.revision !== playback.revision;
  let memory = isNew ? onRevision(before, playback.revision, serverMs) : before;
  if (!facts.isReady) return done(memory, 'loading');
  if (facts.isSeeking && !isNew) return done(memory, 'settling');
  if (!facts.isSeeking) memory = learnSeek(memory, serverMs);
  const last = lastFrameSeconds(facts.durationSeconds, input.frameRate);
  const hasEnded = playback.isPlaying && linearSeconds(playback, serverMs) >= last;
  if (!playback.isPlaying || hasEnded) return followStill(memory, input, last, hasEnded);
  if (facts.isBlocked) return done(memory, 'blocked');
  return facts.isPaused ? cue(memory, input, last) : steer(memory, input, last);
}

/** A paused position is a frame: stop, and if another frame is up, go to the centre of the right one. */
function followStill(memory: SyncMemory, input: SyncInput, last: number, hasEnded: boolean): SyncStep {
  const { facts, playback, frameRate, serverMs } = input;
  // Near the end the element runs out by itself.
  if (hasEnded && !facts.isPaused && last - facts.positionSeconds < 1) return done(memory, 'in-step', 0);
  const target = Math.min(hasEnded ? last : playback.positionSeconds, last);
  const actions: SyncAction[] = facts.isPaused ? [] : [{ kind: 'pause' }];
  if (facts.rate !== playback.rate) actions.push({ kind: 'rate', rate: playback.rate });
  const isThere = isSameFrame(facts.positionSeconds, target, frameRate);
  if (isThere || memory.corrections >= MOST_CORRECTIONS)
    return {
      ...done(onPause(memory, actions), isThere ? 'in-step' : 'settling', isThere ? 0 : null),
      actions,
    };
  actions.push({ kind: 'seek', positionSeconds: toFrameCentre(target, frameRate) });
  return { ...done(withSeek(memory, serverMs), 'settling'), actions };
}

const onPause = (memory: SyncMemory, actions: readonly SyncAction[]): SyncMemory =>
  actions.length === 0 ? memory : { ...memory, samples: [], isNudging: false, start: null };

const isSameFrame = (a: number, b: number, frameRate: FrameRate | null): boolean =>
  frameRate === null ? Math.abs(a - b) < 0.02 : frameAt(a, frameRate) === frameAt(b, frameRate);

/** At rest while the screening plays: start at the instant it comes by, or go where it will be. */
function cue(memory: SyncMemory, input: SyncInput, last: number): SyncStep {
  const { facts, playback, serverMs } = input;
  const leadMs = memory.startLatencyMs;
  const dueMs = timeAtMs(playback, facts.positionSeconds);
  const holdMs = dueMs - leadMs - serverMs;
  const frameMs = input.frameRate === null ? 40 : frameSeconds(input.frameRate) * 1000;
  // Before the start the picture stands on its first frame; a little short of it is that frame, too.
  const isShort = dueMs < playback.atServerMs - frameMs && serverMs < playback.atServerMs;
  // A seek that was quicker than feared leaves more to wait than it took; a second one would cost again.
  const longestMs = LONGEST_HOLD_MS + memory.seekLatencyMs;
  const isTooFar = holdMs > Math.max(longestMs, playback.atServerMs - serverMs + frameMs);
  const isTooLate = -holdMs > SETTLING_LIMIT_MS && memory.corrections < MOST_CORRECTIONS;
  if (isShort || isTooFar || isTooLate) return seekAhead(memory, input, last, []);
  if (holdMs > START_SLACK_MS) return { ...done(memory, 'settling'), wakeInMs: holdMs };
  const start = { calledMs: serverMs, fromSeconds: facts.positionSeconds };
  const actions: SyncAction[] = [{ kind: 'rate', rate: playback.rate }, { kind: 'play' }];
  return { ...done({ ...onBreak(memory, serverMs), start }, 'settling'), actions };
}

/** Playing while the screening plays: leave it, nudge it, or take it out and bring it in anew. */
function steer(before: SyncMemory, input: SyncInput, last: number): SyncStep {
  const { facts, playback, serverMs, frame } = input;
  if (facts.isStalled) return done({ ...onBreak(before, serverMs), start: null }, 'stalled');
  let memory = before;
  if (frame !== null && frame.atMs > memory.freshSinceMs)
    memory = {
      ...memory,
      samples: addFrame(memory.samples, { ...frame, nudgedMs: nudgedAtMs(memory, frame.atMs) }),
    };
  memory = learnStart(memory, playback.rate);
  const isWaiting = serverMs < playback.atServerMs;
  const runOnMs = timeAtMs(playback, facts.positionSeconds) - serverMs;
  // A start that was just called for ran ahead by design: by as much as this device takes to get going.
  if (isWaiting && memory.start === null && Math.abs(runOnMs) > SETTLING_LIMIT_MS)
    return { ...done(onBreak(memory, serverMs), 'settling'), actions: [{ kind: 'pause' }], wakeInMs: 0 };
  const offsetMs = meanOffsetMs(memory.samples, playback, nudgedAtMs(memory, serverMs));
  if (offsetMs === null) return done(memory, 'settling');
  if (Math.abs(offsetMs) > limitMs(memory, input)) return realign(memory, input, last, offsetMs);
  return nudge(memory, input, offsetMs);
}

function limitMs(memory: SyncMemory, input: SyncInput): number {
  if (input.serverMs < memory.restUntilMs) return Infinity;
  const isSettling = input.serverMs - memory.disruptedMs < SETTLING_MS;
  // Where a seek is slow, even a large offset is sooner gone by a changed rate.
  if (isSettling && memory.corrections < MOST_CORRECTIONS)
    return Math.min(Math.max(SETTLING_LIMIT_MS, memory.seekLatencyMs * SEEK_WORTH_SHARE), STEADY_LIMIT_MS);
  return input.canNudge ? STEADY_LIMIT_MS : SEEK_ONLY_LIMIT_MS;
}

function realign(memory: SyncMemory, input: SyncInput, last: number, offsetMs: number): SyncStep {
  const restUntilMs = input.serverMs + 1000 * 2 ** Math.min(memory.corrections, 5);
  const resting = { ...onBreak(memory, input.serverMs), restUntilMs };
  // Somewhat ahead, standing still is enough.
  if (offsetMs > 0 && offsetMs < LONGEST_HOLD_MS) {
    const held = { ...resting, corrections: memory.corrections + 1 };
    return { ...done(held, 'settling', offsetMs), actions: [{ kind: 'pause' }], wakeInMs: 0 };
  }
  return seekAhead(resting, input, last, [{ kind: 'pause' }]);
}

function nudge(memory: SyncMemory, input: SyncInput, offsetMs: number): SyncStep {
  const { playback, facts, canNudge } = input;
  const status = Math.abs(offsetMs) < IN_STEP_MS ? 'in-step' : 'settling';
  const frameMs = input.frameRate === null ? 40 : frameSeconds(input.frameRate) * 1000;
  const fromMs = memory.isNudging ? NUDGE_UNTIL_MS : Math.min(NUDGE_FROM_MS, frameMs * 0.4);
  const isNudging = canNudge && Math.abs(offsetMs) > fromMs;
  const share = isNudging ? Math.min(Math.max(-offsetMs / NUDGE_OVER_MS, -MOST_NUDGE), MOST_NUDGE) : 0;
  const rate = playback.rate * (1 + share);
  const isWorthIt = Math.abs(rate - facts.rate) >= RATE_STEP * playback.rate;
  const isBase = share === 0 && facts.rate !== playback.rate;
  const actions: SyncAction[] = isWorthIt || isBase ? [{ kind: 'rate', rate }] : [];
  const corrections = status === 'in-step' && !isNudging ? 0 : memory.corrections;
  const nudged = actions.length > 0 ? withNudge(memory, share, input.serverMs) : memory;
  return { ...done({ ...nudged, isNudging, corrections }, status, offsetMs), actions };
}

/** Seeks to where the screening will be once this device has sought and started. */
function seekAhead(memory: SyncMemory, input: SyncInput, last: number, first: SyncAction[]): SyncStep {
  const { playback, serverMs } = input;
  const thereMs = serverMs + memory.seekLatencyMs + memory.startLatencyMs + LEAD_MARGIN_MS;
  const positionSeconds = positionAt(playback, thereMs, last);
  return {
    ...done(withSeek(memory, serverMs), 'settling'),
    actions: [...first, { kind: 'seek', positionSeconds }],
  };
}

const withSeek = (memory: SyncMemory, serverMs: number): SyncMemory => ({
  ...onBreak(memory, serverMs),
  seekCalledMs: serverMs,
  start: null,
  corrections: memory.corrections + 1,
});

const done = (memory: SyncMemory, status: SyncStep['status'], offsetMs: number | null = null): SyncStep => ({
  memory,
  actions: [],
  status,
  offsetMs,
  wakeInMs: null,
});
