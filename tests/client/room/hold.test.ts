import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SyncAction } from '#client/room/sync-step.ts';
import type { ElementTraits } from '#tests/simulator/element-traits.ts';
import { anyDevice } from './any-device.ts';
import { playingFrom, SimulatedViewer } from './simulated-viewer.ts';

const HOLD_MS = 10_000;
const CONVERGED_MS = 33;

const seeksOf = (actions: readonly SyncAction[]) => actions.filter(({ kind }) => kind === 'seek').length;

/** One that plays along, and is told to wait at a place some way from where it is. */
function holding(traits: ElementTraits, awaySeconds: number) {
  const viewer = new SimulatedViewer(traits, playingFrom(10, -20_000), 11).run(6000);
  const positionSeconds = 10 + (viewer.nowMs + 20_000) / 1000 + awaySeconds;
  const before = viewer.log.length;
  const startMs = viewer.nowMs + HOLD_MS;
  viewer.receive({
    ...playingFrom(positionSeconds, startMs, 2),
    awaited: [{ connectionId: 'bo', name: 'Bo' }],
  });
  return { viewer, positionSeconds, startMs, log: () => viewer.log.slice(before) };
}

test.each([-3, -0.2, -0.02, 0, 0.02, 0.4])(
  'whoever waits stands still at the place, %d s away, with at most one seek',
  (awaySeconds) => {
    fc.assert(
      fc.property(anyDevice, (traits) => {
        const { viewer, positionSeconds, log } = holding(traits, awaySeconds);
        viewer.run(2000);
        const standing = viewer.positionSeconds;
        viewer.run(HOLD_MS - 3000);
        expect(seeksOf(log())).toBeLessThanOrEqual(1);
        expect(viewer.element.facts().isPaused).toBe(true);
        expect(viewer.positionSeconds).toBe(standing);
        expect(Math.abs(standing - positionSeconds)).toBeLessThan(1 / traits.fps + 0.003);
      }),
      { numRuns: 15 },
    );
  },
);

test('a hold that runs out, and one that is ended early, begin in step and without a seek', () => {
  fc.assert(
    fc.property(anyDevice, fc.boolean(), (traits, isEndedEarly) => {
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
