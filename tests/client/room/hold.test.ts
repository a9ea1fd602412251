import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SyncAction } from '#client/room/sync-step.ts';
import type { MediaTraits } from './simulated-media.ts';
import { playingFrom, SimulatedViewer } from './simulated-viewer.ts';

const HOLD_MS = 10_000;
const CONVERGED_MS = 33;

const device = fc.record<MediaTraits>({
  fps: fc.constantFrom(24, 30, 60),
  durationSeconds: fc.constant(600),
  startMs: fc.integer({ min: 10, max: 200 }),
  seekMs: fc.integer({ min: 30, max: 450 }),
  spreadMs: fc.integer({ min: 0, max: 30 }),
  rateMs: fc.integer({ min: 0, max: 60 }),
  driftPpm: fc.integer({ min: -100, max: 100 }),
  refreshHz: fc.constantFrom(50, 60),
  hearMs: fc.integer({ min: 1, max: 30 }),
});

/** The same dice for each run: what varies is the device. */
const diceFrom = (start: number) => {
  let state = start;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
};
const seeksOf = (actions: readonly SyncAction[]) => actions.filter(({ kind }) => kind === 'seek').length;

/** One that plays along, and is told to wait at a place some way from where it is. */
function holding(traits: MediaTraits, awaySeconds: number) {
  const viewer = new SimulatedViewer(traits, playingFrom(10, -20_000), diceFrom(11)).run(6000);
  const positionSeconds = 10 + (viewer.nowMs + 20_000) / 1000 + awaySeconds;
  const before = viewer.media.log.length;
  const startMs = viewer.nowMs + HOLD_MS;
  viewer.receive({
    ...playingFrom(positionSeconds, startMs, 2),
    awaited: [{ connectionId: 'bo', name: 'Bo' }],
  });
  return { viewer, positionSeconds, startMs, log: () => viewer.media.log.slice(before) };
}

test.each([-3, -0.2, -0.02, 0, 0.02, 0.4])(
  'whoever waits stands still at the place, %d s away, with at most one seek',
  (awaySeconds) => {
    fc.assert(
      fc.property(device, (traits) => {
        const { viewer, positionSeconds, log } = holding(traits, awaySeconds);
        viewer.run(2000);
        const standing = viewer.media.positionSeconds;
        viewer.run(HOLD_MS - 3000);
        expect(seeksOf(log())).toBeLessThanOrEqual(1);
        expect(viewer.media.facts().isPaused).toBe(true);
        expect(viewer.media.positionSeconds).toBe(standing);
        expect(Math.abs(standing - positionSeconds)).toBeLessThan(1 / traits.fps + 0.003);
      }),
      { numRuns: 15 },
    );
  },
);

test('a hold that runs out, and one that is ended early, begin in step and without a seek', () => {
  fc.assert(
    fc.property(device, fc.boolean(), (traits, isEndedEarly) => {
      const { viewer, positionSeconds, startMs, log } = holding(traits, -0.1);
      viewer.run(4000);
      const before = seeksOf(log());
      if (isEndedEarly) viewer.receive(playingFrom(positionSeconds, viewer.nowMs + 150, 3));
      const beginMs = isEndedEarly ? viewer.nowMs + 150 : startMs;
      viewer.run(beginMs - viewer.nowMs + 6000);
      expect(viewer.worstMs(beginMs + 3000)).toBeLessThan(CONVERGED_MS);
      expect(seeksOf(log())).toBe(before);
    }),
    { numRuns: 25 },
  );
});
