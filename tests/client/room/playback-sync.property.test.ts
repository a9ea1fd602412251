import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_NUDGE } from '#client/room/sync-steer.ts';
import type { SyncAction } from '#client/room/sync-step.ts';
import type { MediaTraits } from './simulated-media.ts';
import { SimulatedViewer, pausedAt, playingFrom } from './simulated-viewer.ts';

const CONVERGED_MS = 33;

const traits: fc.Arbitrary<MediaTraits> = fc.record({
  fps: fc.constantFrom(24, 25, 30, 60),
  durationSeconds: fc.constant(600),
  startMs: fc.integer({ min: 10, max: 200 }),
  seekMs: fc.integer({ min: 30, max: 450 }),
  spreadMs: fc.integer({ min: 0, max: 30 }),
  rateMs: fc.integer({ min: 0, max: 60 }),
  driftPpm: fc.integer({ min: -100, max: 100 }),
  refreshHz: fc.constantFrom(50, 60, 120),
  hearMs: fc.integer({ min: 1, max: 30 }),
});

const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });

/** mulberry32: the same run for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const seeks = (actions: readonly SyncAction[]) => actions.filter((action) => action.kind === 'seek');
const ratesWithin = (actions: readonly SyncAction[], base: number) =>
  actions.every((action) => action.kind !== 'rate' || Math.abs(action.rate / base - 1) <= MOST_NUDGE + 1e-9);

describe('a viewer of any device', () => {
  test('who joins mid-play is within a frame in 3 s, and stays there without a seek', () => {
    fc.assert(
      fc.property(traits, seed, (device, number) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, -60_000), randomFrom(number)).run(3000);
        const joined = viewer.media.log.length;
        viewer.run(12_000);
        expect(viewer.worstMs(3000)).toBeLessThan(CONVERGED_MS);
        expect(seeks(viewer.media.log.slice(joined))).toEqual([]);
        expect(ratesWithin(viewer.media.log, 1)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('a scheduled start brings everyone within a frame in 3 s without a seek', () => {
    fc.assert(
      fc.property(traits, seed, fc.constantFrom(0.5, 1, 1.5, 2), (device, number, rate) => {
        const viewer = new SimulatedViewer(device, pausedAt(20.02), randomFrom(number)).run(2000);
        const before = viewer.media.log.length;
        viewer.receive(playingFrom(20.02, viewer.nowMs + 250, 2, rate));
        viewer.run(8000);
        expect(viewer.worstMs(5000)).toBeLessThan(CONVERGED_MS);
        // Only a device that starts much later than it was taken to has to be brought in anew, once.
        expect(seeks(viewer.media.log.slice(before)).length).toBeLessThanOrEqual(
          device.startMs + device.spreadMs > 100 ? 1 : 0,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('a seek while playing is followed within 3 s', () => {
    fc.assert(
      fc.property(traits, seed, fc.integer({ min: 0, max: 500 }), (device, number, to) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, 0), randomFrom(number)).run(6000);
        viewer.receive(playingFrom(to, viewer.nowMs + 250, 2));
        viewer.run(8000);
        expect(viewer.worstMs(6000 + 3300)).toBeLessThan(CONVERGED_MS);
      }),
      { numRuns: 100 },
    );
  });

  test('a stall of 2 s is made up within 3 s', () => {
    fc.assert(
      fc.property(traits, seed, (device, number) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, 0), randomFrom(number)).run(6000);
        viewer.media.stall(2000);
        viewer.run(9000);
        expect(viewer.worstMs(6000 + 2000 + 3000)).toBeLessThan(CONVERGED_MS);
      }),
      { numRuns: 100 },
    );
  });

  test('a pause lands everyone on the same frame', () => {
    fc.assert(
      fc.property(traits, seed, fc.integer({ min: 0, max: 14_000 }), (device, number, frame) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, 0), randomFrom(number)).run(4000);
        const centre = (frame % (599 * device.fps)) + 0.5;
        viewer.receive(pausedAt(Math.round((centre / device.fps) * 1000) / 1000, 2));
        viewer.run(2500);
        expect(Math.floor(viewer.media.positionSeconds * device.fps)).toBe(Math.floor(centre));
        expect(viewer.media.facts().isPaused).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
