import * as fc from 'fast-check';
import type { ElementTraits } from '#tests/simulator/element-traits.ts';

/** Any device a video of ten minutes may be watched on, within what was measured of browsers. */
export const anyDevice: fc.Arbitrary<ElementTraits> = fc.record({
  fps: fc.constantFrom(24, 25, 30, 60),
  durationSeconds: fc.constant(600),
  startMs: fc.integer({ min: 10, max: 200 }),
  seekMs: fc.integer({ min: 30, max: 450 }),
  spreadMs: fc.integer({ min: 0, max: 30 }),
  rateMs: fc.integer({ min: 0, max: 60 }),
  driftPpm: fc.integer({ min: -100, max: 100 }),
  refreshMs: fc.constantFrom(1000 / 50, 1000 / 60, 1000 / 120),
  hearMs: fc.integer({ min: 1, max: 30 }),
});

/** What chance makes of it. */
export const anySeed = fc.integer({ min: 1, max: 2 ** 31 - 1 });
