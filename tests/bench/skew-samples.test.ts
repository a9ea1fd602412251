import { expect, test } from 'vitest';
import { convergedAfterMs, pairSkews, sameFrameShare, sampleSkew, spreads } from './skew-samples.ts';

const FRAME = 1 / 30;
/** A screen that shows each frame `lateMs` after its time. */
const screen = (lateMs: number, seconds = 10) =>
  Array.from({ length: seconds * 30 }, (_, frame) => ({
    atMs: frame * FRAME * 1000 + lateMs,
    mediaSeconds: frame * FRAME,
  }));

test('skew is the distance between pictures, not between frame numbers', () => {
  const samples = sampleSkew([screen(0), screen(16), screen(40)], 2000, 8000);
  expect(samples).toHaveLength(120);
  expect([...new Set(pairSkews(samples).map(Math.round))].sort((a, b) => a - b)).toEqual([16, 24, 40]);
  expect(new Set(spreads(samples).map(Math.round))).toEqual(new Set([40]));
  expect(sameFrameShare(sampleSkew([screen(0), screen(16)], 2000, 8000))).toBeCloseTo(0.5, 1);
});

test('a picture that stands still falls behind one that moves', () => {
  const still = screen(0).filter((frame) => frame.atMs < 3000);
  const [sample] = sampleSkew([screen(0), still], 5000, 5050);
  expect(spreads(sample ? [sample] : [])[0]).toBeCloseTo(2033, -1);
});

test('screens are together from the first second that is spent within the bound', () => {
  const catchesUp = screen(0).map((frame) =>
    frame.atMs < 4000 ? { ...frame, mediaSeconds: frame.mediaSeconds - 1 } : frame,
  );
  const samples = sampleSkew([screen(0), catchesUp], 1000, 9000);
  expect(convergedAfterMs({ fromMs: 1000, samples }, 33)).toBeCloseTo(3300, -2.5);
  expect(convergedAfterMs({ fromMs: 1000, samples: samples.slice(0, 50) }, 33)).toBeNaN();
});
