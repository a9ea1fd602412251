import { expect, test } from 'vitest';
import { bucketSecondsOf, lastSecondOf } from '#worker/social/heat.ts';

test('a video is cut into at most so many parts, of a second at least', () => {
  expect(bucketSecondsOf(60, 200)).toBe(1);
  expect(bucketSecondsOf(200.5, 200)).toBe(2);
  expect(bucketSecondsOf(36_000, 500)).toBe(72);
  expect(bucketSecondsOf(36_000, 1)).toBe(36_000);
  for (const durationSeconds of [0.01, 1, 59.94, 60, 7_201.3, 999_999])
    for (const buckets of [1, 7, 200, 500])
      expect(
        Math.floor(lastSecondOf(durationSeconds) / bucketSecondsOf(durationSeconds, buckets)),
      ).toBeLessThan(buckets);
});

test('the last second is the one that begins before the end', () => {
  expect([0.5, 1, 59.94, 60].map(lastSecondOf)).toEqual([0, 0, 59, 59]);
});
