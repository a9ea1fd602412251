import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_NUDGE } from '#client/room/sync-nudge.ts';
import type { SyncAction } from '#client/room/sync-step.ts';
import { anyDevice, anySeed } from './any-device.ts';
import { SimulatedViewer, pausedAt, playingFrom } from './simulated-viewer.ts';

const CONVERGED_MS = 33;

const seeks = (actions: readonly SyncAction[]) => actions.filter((action) => action.kind === 'seek');
const ratesWithin = (actions: readonly SyncAction[], base: number) =>
  actions.every((action) => action.kind !== 'rate' || Math.abs(action.rate / base - 1) <= MOST_NUDGE + 1e-9);

describe('a viewer of any device', () => {
  test('who joins mid-play is within a frame in 3 s, and stays there without a seek', () => {
    fc.assert(
      fc.property(anyDevice, anySeed, (device, seed) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, -60_000), seed).run(3000);
        const joined = viewer.log.length;
        viewer.run(12_000);
        expect(viewer.worstMs(3000)).toBeLessThan(CONVERGED_MS);
        expect(seeks(viewer.log.slice(joined))).toEqual([]);
        expect(ratesWithin(viewer.log, 1)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('a scheduled start brings everyone within a frame in 3 s without a seek', () => {
    fc.assert(
      fc.property(anyDevice, anySeed, fc.constantFrom(0.5, 1, 1.5, 2), (device, seed, rate) => {
        const viewer = new SimulatedViewer(device, pausedAt(20.02), seed).run(2000);
        const before = viewer.log.length;
        viewer.receive(playingFrom(20.02, viewer.nowMs + 250, 2, rate));
        viewer.run(8000);
        expect(viewer.worstMs(5000)).toBeLessThan(CONVERGED_MS);
        // Only a device that starts much later than it was taken to has to be brought in anew, once.
        expect(seeks(viewer.log.slice(before)).length).toBeLessThanOrEqual(
          device.startMs + device.spreadMs > 100 ? 1 : 0,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('a seek while playing is followed within 3 s', () => {
    fc.assert(
      fc.property(anyDevice, anySeed, fc.integer({ min: 0, max: 500 }), (device, seed, to) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, 0), seed).run(6000);
        viewer.receive(playingFrom(to, viewer.nowMs + 250, 2));
        viewer.run(8000);
        expect(viewer.worstMs(6000 + 3300)).toBeLessThan(CONVERGED_MS);
      }),
      { numRuns: 100 },
    );
  });

  test('a stall of 2 s is made up within 3 s', () => {
    fc.assert(
      fc.property(anyDevice, anySeed, (device, seed) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, 0), seed).run(6000);
        viewer.element.stall(viewer.nowMs + 2000);
        viewer.run(9000);
        expect(viewer.worstMs(6000 + 2000 + 3000)).toBeLessThan(CONVERGED_MS);
      }),
      { numRuns: 100 },
    );
  });

  test('a pause lands everyone on the same frame', () => {
    fc.assert(
      fc.property(anyDevice, anySeed, fc.integer({ min: 0, max: 14_000 }), (device, seed, frame) => {
        const viewer = new SimulatedViewer(device, playingFrom(10, 0), seed).run(4000);
        const centre = (frame % (599 * device.fps)) + 0.5;
        viewer.receive(pausedAt(Math.round((centre / device.fps) * 1000) / 1000, 2));
        viewer.run(2500);
        expect(Math.floor(viewer.positionSeconds * device.fps)).toBe(Math.floor(centre));
        expect(viewer.element.facts().isPaused).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
