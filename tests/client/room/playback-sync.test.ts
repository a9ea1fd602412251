import { describe, expect, test } from 'vitest';
import { followStep } from '#client/room/playback-sync.ts';
import { NEW_MEMORY, onReturn, type SyncMemory } from '#client/room/sync-memory.ts';
import type { MediaFacts, SyncInput } from '#client/room/sync-step.ts';
import { pausedAt, playingFrom } from './simulated-viewer.ts';

const NOW_MS = 100_000;
const FRAME = 1 / 24;

const still: MediaFacts = {
  isReady: true,
  isPaused: true,
  isSeeking: false,
  isStalled: false,
  isBlocked: false,
  positionSeconds: 0,
  rate: 1,
  durationSeconds: 30,
};
const running: MediaFacts = { ...still, isPaused: false };

const input = (changes: Partial<SyncInput> & { facts: MediaFacts }): SyncInput => ({
  serverMs: NOW_MS,
  playback: playingFrom(10, NOW_MS, 1),
  frame: null,
  shownSeconds: null,
  frameRate: { num: 24, den: 1 },
  canNudge: true,
  ...changes,
});

/** One that has followed this revision for long, on a device it knows. */
const settled: SyncMemory = { ...NEW_MEMORY, revision: 1, startLatencyMs: 50, seekLatencyMs: 100 };

/** Steady frames that are off by this much, and the step after them. */
function afterFrames(offsetMs: number, changes: Partial<SyncInput> = {}, memory = settled) {
  const playback = playingFrom(10, NOW_MS - 5000, 1);
  let step = followStep(memory, input({ playback, facts: { ...running, positionSeconds: 15 } }));
  for (let index = 0; index < 8; index += 1) {
    const atMs = NOW_MS + index * 42;
    const mediaSeconds = 15 + (index * 42 + offsetMs) / 1000;
    const facts = { ...running, positionSeconds: mediaSeconds };
    const frame = { atMs, mediaSeconds };
    step = followStep(step.memory, input({ playback, serverMs: atMs, facts, frame, ...changes }));
    if (step.actions.length > 0) break;
  }
  return step;
}

describe('a paused screening', () => {
  test('stops a running element on the right frame’s centre', () => {
    const step = followStep(
      NEW_MEMORY,
      input({ playback: pausedAt(4.02), facts: { ...running, positionSeconds: 5 } }),
    );
    expect(step.actions).toEqual([{ kind: 'pause' }, { kind: 'seek', positionSeconds: 96.5 * FRAME }]);
  });

  test('leaves the right frame alone', () => {
    const step = followStep(
      NEW_MEMORY,
      input({ playback: pausedAt(4.02), facts: { ...still, positionSeconds: 4.01 } }),
    );
    expect(step).toMatchObject({ actions: [], status: 'in-step', offsetMs: 0 });
  });

  test('seeks when the screen shows the next frame though the clock stands on the right one', () => {
    const step = followStep(
      { ...settled, freshSinceMs: NOW_MS - 1000 },
      input({
        playback: pausedAt(4.02),
        facts: { ...still, positionSeconds: 4.02 },
        shownSeconds: 97 * FRAME,
      }),
    );
    expect(step.actions).toEqual([{ kind: 'seek', positionSeconds: 96.5 * FRAME }]);
  });

  test('gives up after three seeks that change nothing', () => {
    const step = followStep(
      { ...settled, corrections: 3 },
      input({ playback: pausedAt(4), facts: { ...still, positionSeconds: 9 } }),
    );
    expect(step.actions).toEqual([]);
  });
});

describe('a start', () => {
  test('is held until the instant, less what this device takes to get going', () => {
    const playback = playingFrom(10, NOW_MS + 250);
    const step = followStep(settled, input({ playback, facts: { ...still, positionSeconds: 10 } }));
    expect(step).toMatchObject({ actions: [], wakeInMs: 200 });
  });

  test('is given at the instant', () => {
    const playback = playingFrom(10, NOW_MS + 50);
    const step = followStep(settled, input({ playback, facts: { ...still, positionSeconds: 10 } }));
    expect(step.actions).toEqual([{ kind: 'rate', rate: 1 }, { kind: 'play' }]);
  });

  test('that was just called for is not taken for a runaway', () => {
    const playback = playingFrom(10, NOW_MS + 50);
    const started = followStep(settled, input({ playback, facts: { ...still, positionSeconds: 10 } }));
    const step = followStep(
      started.memory,
      input({ playback, serverMs: NOW_MS + 5, facts: { ...running, positionSeconds: 10 } }),
    );
    expect(step.actions).toEqual([]);
  });

  test('for one who comes late aims where the screening will be', () => {
    const playback = playingFrom(10, NOW_MS - 5000);
    const step = followStep(settled, input({ playback, facts: still }));
    expect(step.actions).toEqual([{ kind: 'seek', positionSeconds: 15 + 0.1 + 0.05 + 0.06 }]);
  });

  test('does not happen while the browser refuses', () => {
    const step = followStep(settled, input({ facts: { ...still, isBlocked: true, positionSeconds: 10 } }));
    expect(step).toMatchObject({ actions: [], status: 'blocked' });
  });
});

describe('a running element', () => {
  test.each([0, 3, -4])('%d ms off is left alone', (offsetMs) => {
    expect(afterFrames(offsetMs)).toMatchObject({ actions: [], status: 'in-step' });
  });

  test.each([
    [-20, 1.025],
    [-400, 1.05],
    [16, 0.98],
    [700, 0.95],
  ])('%d ms off runs at %d', (offsetMs, rate) => {
    const { actions } = afterFrames(offsetMs);
    expect(actions).toEqual([{ kind: 'rate', rate: expect.closeTo(rate, 5) }]);
  });

  test('within half a frame is nudged a few times at once, then now and then as its clock drifts', () => {
    const nudged = (memory: Partial<SyncMemory>) => afterFrames(11, {}, { ...settled, ...memory });
    const first = nudged({ fineNudges: 1 });
    expect(first.actions).toEqual([{ kind: 'rate', rate: expect.closeTo(0.98625, 5) }]);
    expect(first.memory.fineFromMs).toBeLessThan(NOW_MS + 1000);
    expect(nudged({ fineNudges: 2 }).memory.fineFromMs).toBeGreaterThan(NOW_MS + 15_000);
    expect(nudged({ fineFromMs: NOW_MS + 1000 }).actions).toEqual([]);
  });

  test('at double speed is held to half of a frame that is up half as long', () => {
    const memory = { ...settled, fineFromMs: NOW_MS + 60_000 };
    expect(afterFrames(11, {}, memory).actions).toEqual([]);
    const playback = playingFrom(10, NOW_MS - 2500, 1, 2);
    let step = followStep(memory, input({ playback, facts: { ...running, positionSeconds: 15, rate: 2 } }));
    for (let index = 0; index < 8 && step.actions.length === 0; index += 1) {
      const atMs = NOW_MS + index * 21;
      const mediaSeconds = 15 + (2 * (index * 21 + 11)) / 1000;
      const facts = { ...running, positionSeconds: mediaSeconds, rate: 2 };
      const frame = { atMs, mediaSeconds };
      step = followStep(step.memory, input({ playback, serverMs: atMs, facts, frame }));
    }
    expect(step.actions).toEqual([{ kind: 'rate', rate: expect.closeTo(2 * 0.98625, 5) }]);
  });

  test('far behind is taken out and brought in ahead', () => {
    const { actions } = afterFrames(-1500);
    expect(actions.map(({ kind }) => kind)).toEqual(['pause', 'seek']);
  });

  test.each([
    [-2000, 500, ['pause', 'seek']],
    [-2000, 300, []],
    [-700, 500, []],
  ])('whose frames stay away goes by its clock: %d ms off, unseen for %d ms', (offsetMs, unseenMs, kinds) => {
    const memory = { ...settled, steppedMs: NOW_MS, freshSinceMs: NOW_MS - unseenMs, disruptedMs: NOW_MS };
    const facts = { ...running, positionSeconds: 15 + offsetMs / 1000 };
    const step = followStep(memory, input({ playback: playingFrom(10, NOW_MS - 5000), facts }));
    expect(step.actions.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('somewhat ahead just after an interruption stands still for a moment', () => {
    const { actions } = afterFrames(300, {}, { ...settled, disruptedMs: NOW_MS - 500 });
    expect(actions).toEqual([{ kind: 'pause' }]);
  });

  test('resting from a correction is only nudged, however far off', () => {
    const { actions } = afterFrames(-1500, {}, { ...settled, restUntilMs: NOW_MS + 60_000 });
    expect(actions).toEqual([{ kind: 'rate', rate: 1.05 }]);
  });

  test('looked at again after corrections in vain is brought in anew, not nudged for long', () => {
    const tried = { ...settled, disruptedMs: NOW_MS - 500, corrections: 3 };
    expect(afterFrames(-600, {}, tried).actions).toEqual([{ kind: 'rate', rate: 1.05 }]);
    const { actions } = afterFrames(-600, {}, onReturn(tried));
    expect(actions.map(({ kind }) => kind)).toEqual(['pause', 'seek']);
  });

  test('started while it still sought teaches nothing about starting', () => {
    const start = { calledMs: NOW_MS - 400, fromSeconds: 15, isWhileSeeking: true };
    const { memory } = afterFrames(0, {}, { ...settled, steppedMs: NOW_MS, start });
    expect(memory).toMatchObject({ start: null, startLatencyMs: 50, hasLearnedStart: false });
    const clean = afterFrames(
      0,
      {},
      { ...settled, steppedMs: NOW_MS, start: { ...start, isWhileSeeking: false } },
    );
    expect(clean.memory).toMatchObject({ start: null, hasLearnedStart: true });
    expect(clean.memory.startLatencyMs).toBeGreaterThan(300);
  });

  test('that slept through a seek or a start learns neither', () => {
    const facts = { ...running, positionSeconds: 15 };
    const busy = {
      ...settled,
      steppedMs: NOW_MS - 20_000,
      seekCalledMs: NOW_MS - 20_100,
      start: { calledMs: NOW_MS - 20_100, fromSeconds: 15, isWhileSeeking: false },
    };
    const { memory } = followStep(busy, input({ facts }));
    expect(memory).toMatchObject({ seekCalledMs: null, start: null, seekLatencyMs: 100, startLatencyMs: 50 });
    const awake = followStep({ ...busy, steppedMs: NOW_MS - 100 }, input({ facts }));
    expect(awake.memory.seekLatencyMs).toBe(3000);
  });

  test('whose rate is heard is sought instead, beyond half a second', () => {
    expect(afterFrames(-300, { canNudge: false }).actions).toEqual([]);
    expect(afterFrames(-600, { canNudge: false }).actions.map(({ kind }) => kind)).toEqual(['pause', 'seek']);
  });

  test.each([{ isSeeking: true }, { isStalled: true }])('that is busy (%o) is left alone', (busy) => {
    const facts = { ...running, ...busy, positionSeconds: 2 };
    expect(followStep(settled, input({ facts })).actions).toEqual([]);
  });

  test('at the end of the file runs out by itself', () => {
    const playback = playingFrom(10, NOW_MS - 20_100);
    const step = followStep(settled, input({ playback, facts: { ...running, positionSeconds: 29.9 } }));
    expect(step.actions).toEqual([]);
  });
});

test('a paused element at the end of a screening shows the last frame', () => {
  const playback = playingFrom(10, NOW_MS - 60_000);
  const step = followStep(settled, input({ playback, facts: { ...still, positionSeconds: 3 } }));
  expect(step.actions).toEqual([{ kind: 'seek', positionSeconds: expect.closeTo(719.5 / 24, 6) }]);
});
