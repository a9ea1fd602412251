import { frameSeconds } from '#client/player/frames.ts';
import { judgeCadence, learnLag } from './cadence.ts';
import type { Lag } from './offset-window.ts';
import { withoutSamples, type SyncMemory } from './sync-memory.ts';
import { done, type SyncInput, type SyncStep } from './sync-step.ts';

export const MOST_NUDGE = 0.05;
const NUDGE_OVER_MS = 800;
/** Until a rate set back has passed through the audio's buffers. */
const AFTER_NUDGE_MS = 150;
/** Nearer than this a clock is not worth moving. */
const NUDGE_FROM_MS = 4;
/** Less than half a frame is tried at once a few times, then now and then: clocks drift by as much in a minute. */
const FINE_NUDGES_AT_ONCE = 3;
const FINE_GAP_MS = 15_000;
/**
 * There and back again: a changed rate makes a browser give up its cadence of frames to refreshes and choose anew,
 * and the clock ends where it was. Measured on Chromium: 1 % takes some 350 ms to do so.
 */
const SWING = { share: 0.015, forMs: 400 };
const MOST_VAIN_SWINGS = 2;
/** A machine that keeps missing refreshes is not to be heard swinging all the time: each wait is twice the last one. */
const SWING_GAP = { leastMs: 3000, mostMs: 48_000, calmMs: 30_000 };
const HALF_FRAME_SHARE = 0.52;
/** A clock further off, beside a picture that is late by half a frame as it may be, makes more than a whole one. */
const MOST_FINE_MS = 12;
const IN_STEP_MS = 50;

/**
 * A nudge is measured out beforehand and not steered: a changed rate shifts the clock that is read by some
 * milliseconds while it lasts, and chasing those would never end.
 */
export function nudge(memory: SyncMemory, input: SyncInput, offsetMs: number): SyncStep {
  const { playback, facts, canNudge, serverMs } = input;
  const status = Math.abs(offsetMs) < IN_STEP_MS ? 'in-step' : 'settling';
  const told = (next: SyncMemory) => done(next, status, shownOffsetMs(memory.lag, offsetMs));
  if (memory.nudgedUntilMs !== null) {
    const leftMs = memory.nudgedUntilMs - serverMs;
    if (leftMs > 0) return { ...told(memory), wakeInMs: leftMs };
    const { ended, rate } = endNudge(memory, input);
    return { ...told(ended), actions: [{ kind: 'rate', rate }] };
  }
  const frameMs = shownForMs(input);
  const isFine = Math.abs(offsetMs) <= Math.min(frameMs * HALF_FRAME_SHARE, MOST_FINE_MS);
  const isNear = isFine && (Math.abs(offsetMs) <= NUDGE_FROM_MS || serverMs < memory.fineFromMs);
  if (!canNudge || isNear) {
    const { memory: next, rate } = keepCadence(memory, input, frameMs);
    const isDone = status === 'in-step' && next.corrections > 0;
    return {
      ...told(isDone ? { ...next, corrections: 0 } : next),
      actions: facts.rate === rate ? [] : [{ kind: 'rate', rate }],
    };
  }
  const share = Math.min(Math.abs(offsetMs) / NUDGE_OVER_MS, MOST_NUDGE);
  const nudgedUntilMs = serverMs + Math.abs(offsetMs) / share;
  const rate = playback.rate * (1 - Math.sign(offsetMs) * share);
  const fineNudges = memory.fineNudges + (isFine ? 1 : 0);
  const fineFromMs = serverMs + (fineNudges < FINE_NUDGES_AT_ONCE ? 0 : FINE_GAP_MS);
  const nudged = { ...memory, nudgedUntilMs, fineNudges, fineFromMs };
  return { ...told(nudged), actions: [{ kind: 'rate', rate }] };
}

/** What people see, for them to be told: the clock's offset, and how late frames really come. */
const shownOffsetMs = (lag: Lag, offsetMs: number): number =>
  judgeCadence(lag, 0) === 'unknown' ? offsetMs : offsetMs - lag.ms + lag.shownMs;

function endNudge(
  memory: SyncMemory,
  { playback, serverMs }: SyncInput,
): { ended: SyncMemory; rate: number } {
  const { swingBack } = memory;
  if (swingBack !== null)
    return {
      ended: { ...memory, nudgedUntilMs: serverMs + swingBack.forMs, swingBack: null },
      rate: swingBack.rate,
    };
  const freshSinceMs = serverMs + AFTER_NUDGE_MS;
  return { ended: { ...withoutSamples(memory), nudgedUntilMs: null, freshSinceMs }, rate: playback.rate };
}

/** With the clock where it belongs: has a picture that comes late chosen anew, or learns that it is the device's way. */
function keepCadence(
  memory: SyncMemory,
  { playback, canNudge, serverMs }: SyncInput,
  frameMs: number,
): { memory: SyncMemory; rate: number } {
  const { rate } = playback;
  const cadence = judgeCadence(memory.lag, frameMs);
  if (cadence === 'unknown' || (cadence === 'near' && memory.vainSwings === 0)) return { memory, rate };
  if (cadence === 'near') return { memory: { ...memory, vainSwings: 0 }, rate };
  // A page that was kept from its work shows frames late, never early.
  if (cadence === 'early' || !canNudge || memory.vainSwings >= MOST_VAIN_SWINGS)
    return { memory: { ...memory, vainSwings: 0, lag: learnLag(memory.lag, frameMs) }, rate };
  if (serverMs < memory.swingFromMs) return { memory, rate };
  const { share, forMs } = SWING;
  const { leastMs, mostMs, calmMs } = SWING_GAP;
  const isAgain = serverMs < memory.swingFromMs + calmMs;
  const swingGapMs = isAgain ? Math.min(2 * memory.swingGapMs, mostMs) : leastMs;
  const swung = {
    ...memory,
    nudgedUntilMs: serverMs + forMs,
    swingBack: { rate: rate * (1 - share), forMs },
    vainSwings: memory.vainSwings + 1,
    swingGapMs,
    swingFromMs: serverMs + swingGapMs,
  };
  return { memory: swung, rate: rate * (1 + share) };
}

/** How long a frame is up at the screening's rate; a slow one does not excuse more than normal speed does. */
function shownForMs({ playback, frameRate }: SyncInput): number {
  const frameMs = frameRate === null ? 40 : frameSeconds(frameRate) * 1000;
  return frameMs / Math.max(1, playback.rate);
}
