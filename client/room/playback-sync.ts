import { frameAt, frameSeconds, toFrameCentre, type FrameRate } from '#client/player/frames.ts';
import { lastFrameSeconds, linearSeconds, timeAtMs } from './playback-position.ts';
import { learnSeek, noteStep, onBreak, onRevision, type SyncMemory } from './sync-memory.ts';
import { MOST_CORRECTIONS, seekAhead, withSeek } from './sync-seek.ts';
import { LONGEST_HOLD_MS, SETTLING_LIMIT_MS, steer } from './sync-steer.ts';
import { done, type SyncAction, type SyncInput, type SyncStep } from './sync-step.ts';

/** A timer is not more exact than this. */
const START_SLACK_MS = 3;
/** By then a frame that was on its way is on the screen, and known to be. */
const SHOWN_AFTER_MS = 250;

/**
 * One step of keeping a media element on its screening's frame: from what is known to what is to be done.
 * Decides from presented frames, never answers media events, and leaves a seek or a stall alone until it is over.
 */
export function followStep(before: SyncMemory, input: SyncInput): SyncStep {
  const { facts, playback, serverMs } = input;
  const isNew = before.revision !== playback.revision;
  let memory = noteStep(before, serverMs);
  if (isNew) memory = onRevision(memory, playback.revision, serverMs);
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
  const isThere =
    isSameFrame(facts.positionSeconds, target, frameRate) && !showsAnother(memory, input, target);
  if (isThere || memory.corrections >= MOST_CORRECTIONS)
    return {
      ...done(onPause(memory, actions, serverMs), isThere ? 'in-step' : 'settling', isThere ? 0 : null),
      actions,
    };
  actions.push({ kind: 'seek', positionSeconds: toFrameCentre(target, frameRate) });
  return { ...done(withSeek(memory, serverMs), 'settling'), actions };
}

const onPause = (memory: SyncMemory, actions: readonly SyncAction[], serverMs: number): SyncMemory =>
  actions.length === 0 ? memory : { ...onBreak(memory, serverMs), start: null };

/**
 * Whether the screen is known to show another frame than the clock says: a browser prepares frames ahead, and a
 * pause can leave the next one up. A moment after a pause or a seek nothing is known yet.
 */
function showsAnother(
  memory: SyncMemory,
  { shownSeconds, frameRate, serverMs }: SyncInput,
  target: number,
): boolean {
  if (shownSeconds === null || frameRate === null) return false;
  if (serverMs - memory.freshSinceMs < SHOWN_AFTER_MS) return false;
  // A presented time is a frame's edge: a quarter of a frame takes it inside.
  return !isSameFrame(shownSeconds + frameSeconds(frameRate) / 4, target, frameRate);
}

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
  // Where everyone waits for somebody there is time to stand on the very frame.
  const hasTime = playback.atServerMs - serverMs > longestMs && memory.corrections < MOST_CORRECTIONS;
  const isElsewhere = hasTime && Math.abs(dueMs - playback.atServerMs) > frameMs;
  if (isShort || isTooFar || isTooLate || isElsewhere) return seekAhead(memory, input, last, []);
  if (holdMs > START_SLACK_MS) return { ...done(memory, 'settling'), wakeInMs: holdMs };
  const start = {
    calledMs: serverMs,
    fromSeconds: facts.positionSeconds,
    isWhileSeeking: facts.isSeeking,
  };
  const actions: SyncAction[] = [{ kind: 'rate', rate: playback.rate }, { kind: 'play' }];
  return { ...done({ ...onBreak(memory, serverMs), start }, 'settling'), actions };
}
