import { expect, test } from 'vitest';
import { takeToken, type Bucket } from '#worker/http/token-bucket.ts';

const policy = { name: 'test', burst: 3, perMinute: 60 };

/** Takes at each of these moments, in milliseconds, and tells which were allowed. */
function takeAt(...moments: number[]): boolean[] {
  let bucket: Bucket | undefined;
  return moments.map((nowMs) => {
    const taken = takeToken(bucket, policy, nowMs);
    bucket = taken.bucket;
    return taken.isAllowed;
  });
}

test('a burst is allowed at once, the next waits for a token', () => {
  expect(takeAt(0, 0, 0, 0, 999, 1000)).toEqual([true, true, true, false, false, true]);
});

test('it never fills beyond the burst', () => {
  expect(takeAt(0, 3_600_000, 3_600_000, 3_600_000, 3_600_000)).toEqual([true, true, true, true, false]);
});

test('a clock that goes back gives and takes nothing', () => {
  expect(takeAt(10_000, 0, 0, 0)).toEqual([true, true, true, false]);
});

test('a refusal says how long to wait', () => {
  const empty = { tokens: 0.25, atMs: 0 };
  expect(takeToken(empty, policy, 0)).toEqual({
    bucket: { tokens: 0.25, atMs: 0 },
    isAllowed: false,
    remaining: 0,
    retryAfterSeconds: 1,
  });
});
