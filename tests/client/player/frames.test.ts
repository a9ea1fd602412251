import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameAt, frameCentreSeconds, toFrameCentre } from '#client/player/frames.ts';

const rates = fc.constantFrom(
  { num: 24, den: 1 },
  { num: 24_000, den: 1001 },
  { num: 25, den: 1 },
  { num: 30_000, den: 1001 },
  { num: 60_000, den: 1001 },
  { num: 120, den: 1 },
);
const frames = fc.integer({ min: 0, max: 2_000_000 });

test('a frame’s centre lies in that frame, at any rate and length', () => {
  fc.assert(
    fc.property(rates, frames, (rate, frame) => {
      expect(frameAt(frameCentreSeconds(frame, rate), rate)).toBe(frame);
    }),
  );
});

test('a centre rounded to the millisecond, as positions travel, is still the same frame', () => {
  fc.assert(
    fc.property(rates, frames, (rate, frame) => {
      const sent = Math.round(frameCentreSeconds(frame, rate) * 1000) / 1000;
      expect(frameAt(sent, rate)).toBe(frame);
    }),
  );
});

test('a frame’s own edge, a little short by rounding, is that frame', () => {
  expect(frameAt(1992 / 24 - 1e-5, { num: 24, den: 1 })).toBe(1992);
});

test('without a rate a position is its own centre', () => {
  expect(toFrameCentre(12.345, null)).toBe(12.345);
});
