import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followStep } from '#client/room/playback-sync.ts';
import { NEW_MEMORY, type SyncMemory } from '#client/room/sync-memory.ts';
import type { SyncAction } from '#client/room/sync-step.ts';
import type { ElementTraits } from '#tests/simulator/element-traits.ts';
import { anyDevice, anySeed } from './any-device.ts';
import { SimulatedViewer, pausedAt, playingFrom } from './simulated-viewer.ts';

/** Where a changed rate is heard (Safari), it stays what the screening's is. */
const SEEK_ONLY = { canNudge: false };
const NOW_MS = 100_000;
const settled: SyncMemory = { ...NEW_MEMORY, revision: 1, startLatencyMs: 50, seekLatencyMs: 100 };

/** What is done about a steady picture that is off by this much. */
function answerTo(offsetMs: number, memory: Partial<SyncMemory> = {}): readonly SyncAction[] {
  const playback = playingFrom(10, NOW_MS - 5000);
  let step = { memory: { ...settled, ...memory }, actions: [] as readonly SyncAction[] };
  for (let frame = 0; frame < 40 && step.actions.length === 0; frame += 1) {
    const atMs = NOW_MS + (frame * 1000) / 30;
    const mediaSeconds = 15 + (atMs - NOW_MS + offsetMs) / 1000;
    step = followStep(step.memory, {
      serverMs: atMs,
      playback,
      facts: {
        isReady: true,
        isPaused: false,
        isSeeking: false,
        isStalled: false,
        isBlocked: false,
        positionSeconds: mediaSeconds,
        rate: 1,
        durationSeconds: 600,
      },
      frame: { atMs, mediaSeconds },
      shownSeconds: mediaSeconds,
      frameRate: { num: 30, den: 1 },
      ...SEEK_ONLY,
    });
  }
  return step.actions;
}

describe('a picture whose rate is heard', () => {
  test.each([0, 20, -20, 100, -100, 480, -480])('is left alone while steady, %d ms off', (offsetMs) => {
    expect(answerTo(offsetMs)).toEqual([]);
  });

  test.each([
    [-520, ['pause', 'seek']],
    [-900, ['pause', 'seek']],
    [-5000, ['pause', 'seek']],
    [5000, ['pause', 'seek']],
    // Ahead by little, standing still is enough.
    [520, ['pause']],
    [1400, ['pause']],
  ])('is brought in anew beyond half a second: %d ms', (offsetMs, kinds) => {
    expect(answerTo(offsetMs).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each([-100, 100, -2000])('is brought in closer just after an interruption: %d ms', (offsetMs) => {
    expect(answerTo(offsetMs, { disruptedMs: NOW_MS })[0]).toEqual({ kind: 'pause' });
  });

  test.each([-300, -2000, 2000])('rests after a correction, even %d ms off', (offsetMs) => {
    expect(answerTo(offsetMs, { restUntilMs: NOW_MS + 60_000 })).toEqual([]);
  });
});

const ratesOf = (actions: readonly SyncAction[]) =>
  actions.flatMap((action) => (action.kind === 'rate' ? [action.rate] : []));
const seeksOf = (actions: readonly SyncAction[]) => actions.filter(({ kind }) => kind === 'seek');

describe('a viewer who is only ever sought', () => {
  test('is on any device within a tenth of a second after a join, and is not sought again', () => {
    fc.assert(
      fc.property(anyDevice, anySeed, (device, seed) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, -60_000), seed, SEEK_ONLY).run(5000);
        const joined = viewer.log.length;
        viewer.run(60_000);
        expect(viewer.worstMs(5000)).toBeLessThan(100);
        expect(seeksOf(viewer.log.slice(joined))).toEqual([]);
        expect(new Set(ratesOf(viewer.log))).toEqual(new Set([1]));
      }),
      { numRuns: 60 },
    );
  });

  test('takes a start, a new rate and a stall like everyone', () => {
    fc.assert(
      fc.property(anyDevice, anySeed, fc.constantFrom(0.5, 1, 2), (device, seed, rate) => {
        const viewer = new SimulatedViewer(device, pausedAt(20.02), seed, SEEK_ONLY).run(2000);
        viewer.receive(playingFrom(20.02, viewer.nowMs + 250, 2, rate));
        viewer.run(8000);
        expect(viewer.worstMs(6000, 10_000)).toBeLessThan(100);
        viewer.element.stall(viewer.nowMs + 2000);
        viewer.run(10_000);
        expect(viewer.worstMs(16_000)).toBeLessThan(100);
        expect(ratesOf(viewer.log).filter((one) => one !== 1 && one !== rate)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is left in peace ever longer where seeks do not help', () => {
    const hopeless: ElementTraits = {
      fps: 30,
      durationSeconds: 600,
      startMs: 800,
      seekMs: 900,
      spreadMs: 900,
      rateMs: 20,
      driftPpm: 0,
      refreshMs: 1000 / 60,
      hearMs: 8,
    };
    for (let seed = 1; seed <= 20; seed += 1) {
      const viewer = new SimulatedViewer(hopeless, playingFrom(10, -60_000), seed, SEEK_ONLY).run(120_000);
      expect(seeksOf(viewer.log).length).toBeLessThanOrEqual(12);
      expect(new Set(ratesOf(viewer.log))).toEqual(new Set([1]));
    }
  });
});
