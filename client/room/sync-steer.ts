import { addSample, clockOffsetOf, noteLag, type OffsetSample } from './offset-window.ts';
import { timeAtMs } from './playback-position.ts';
import { learnStart, onBreak, type SyncMemory } from './sync-memory.ts';
import { nudge } from './sync-nudge.ts';
import { MOST_CORRECTIONS, seekAhead } from './sync-seek.ts';
import { done, type SyncInput, type SyncStep } from './sync-step.ts';

/** Past this the picture is brought in anew: in the steady state, and soon after it was interrupted anyway. */
const STEADY_LIMIT_MS = 1000;
export const SETTLING_LIMIT_MS = 80;
const SEEK_ONLY_LIMIT_MS = 500;
const SETTLING_MS = 4000;
/** An offset worth a seek, as a share of what the seek takes. */
const SEEK_WORTH_SHARE = 0.2;
/** A clock that runs so long without a frame, as after a stall between two key frames, is alone to go by. */
const UNSEEN_MS = 400;
/** Ahead by less than this, standing still is enough. */
export const LONGEST_HOLD_MS = 1500;

/** Playing while the screening plays: leave it, nudge it, or take it out and bring it in anew. */
export function steer(before: SyncMemory, input: SyncInput, last: number): SyncStep {
  const { facts, playback, serverMs, frame } = input;
  if (facts.isStalled) return done({ ...onBreak(before, serverMs), start: null }, 'stalled');
  let memory = before;
  if (frame !== null && frame.atMs > Math.max(memory.freshSinceMs, memory.lastFrameMs))
    memory = noteFrame(memory, input, frame);
  memory = learnStart(memory, playback.rate);
  const isWaiting = serverMs < playback.atServerMs;
  const runOnMs = timeAtMs(playback, facts.positionSeconds) - serverMs;
  // A start that was just called for ran ahead by design: by as much as this device takes to get going.
  if (isWaiting && memory.start === null && Math.abs(runOnMs) > SETTLING_LIMIT_MS)
    return { ...done(onBreak(memory, serverMs), 'settling'), actions: [{ kind: 'pause' }], wakeInMs: 0 };
  const { clockOffsetMs } = memory;
  if (clockOffsetMs === null) {
    const isAstray = serverMs - memory.freshSinceMs > UNSEEN_MS && Math.abs(runOnMs) > STEADY_LIMIT_MS;
    const isToMove = isAstray && !isWaiting && Math.abs(runOnMs) > limitMs(memory, input);
    return isToMove ? realign(memory, input, last, runOnMs) : done(memory, 'settling');
  }
  const offsetMs = clockOffsetMs + memory.lag.ms;
  if (Math.abs(offsetMs) > limitMs(memory, input)) return realign(memory, input, last, offsetMs);
  return nudge(memory, input, offsetMs);
}

/** Reads the element's clock beside a frame that has just come up. */
function noteFrame(
  memory: SyncMemory,
  { facts, playback, serverMs }: SyncInput,
  frame: OffsetSample,
): SyncMemory {
  const clockSeconds = facts.positionSeconds;
  const samples = addSample(memory.samples, { atMs: serverMs, clockSeconds });
  // The same reading that is steered by: its own bias cancels out.
  const clockOffsetMs = clockOffsetOf(samples, playback);
  const readMs = clockOffsetMs ?? timeAtMs(playback, clockSeconds) - serverMs;
  const shownOffsetMs = timeAtMs(playback, frame.mediaSeconds) - frame.atMs;
  return {
    ...memory,
    lastFrameMs: frame.atMs,
    samples,
    clockOffsetMs,
    // A changed rate passes through the audio's buffers and shifts clock against picture while it lasts.
    lag: memory.nudgedUntilMs === null ? noteLag(memory.lag, shownOffsetMs - readMs) : memory.lag,
  };
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
