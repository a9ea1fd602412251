import { frameSeconds } from '#client/player/frames.ts';
import { addFrame, offsetOf } from './offset-window.ts';
import { timeAtMs } from './playback-position.ts';
import { learnStart, nudgedAtMs, onBreak, withNudge, type SyncMemory } from './sync-memory.ts';
import { MOST_CORRECTIONS, seekAhead } from './sync-seek.ts';
import { done, type SyncAction, type SyncInput, type SyncStep } from './sync-step.ts';

export const MOST_NUDGE = 0.05;
/** Past this the picture is brought in anew: in the steady state, and soon after it was interrupted anyway. */
const STEADY_LIMIT_MS = 1000;
export const SETTLING_LIMIT_MS = 80;
const SEEK_ONLY_LIMIT_MS = 500;
const SETTLING_MS = 4000;
/** An offset worth a seek, as a share of what the seek takes. */
const SEEK_WORTH_SHARE = 0.2;
/** Ahead by less than this, standing still is enough. */
export const LONGEST_HOLD_MS = 1500;
const NUDGE_OVER_MS = 400;
const NUDGE_FROM_MS = 10;
const NUDGE_UNTIL_MS = 2.5;
/** A new rate is heard: it is worth it only when it differs by this much, or ends the nudge. */
const RATE_STEP = 0.01;
const IN_STEP_MS = 50;

/** Playing while the screening plays: leave it, nudge it, or take it out and bring it in anew. */
export function steer(before: SyncMemory, input: SyncInput, last: number): SyncStep {
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
  const offsetMs = offsetOf(memory.samples, playback, nudgedAtMs(memory, serverMs));
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
