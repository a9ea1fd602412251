import { expect, test } from 'vitest';
import {
  describeLeft,
  describePace,
  nextPace,
  secondsLeft,
  startPace,
  type Pace,
} from '#client/app/studio/upload/pace.ts';

const MB = 1e6;
const TOTAL = 1000 * MB;

/** Sends at `speed` from where `pace` is, told every half second. */
function send(pace: Pace, seconds: number, bytesPerSecond: number, totalBytes = TOTAL): Pace {
  let now = pace;
  for (let step = 1; step <= seconds * 2; step += 1)
    now = nextPace(now, {
      nowMs: pace.atMs + step * 500,
      sentBytes: pace.sentBytes + step * 0.5 * bytesPerSecond,
      totalBytes,
    });
  return now;
}

test('says how fast at once, and how long only after five seconds', () => {
  const start = startPace(0, 0);
  expect(describePace(start, TOTAL)).toBe('');
  expect(describePace(send(start, 3, 10 * MB), TOTAL)).toBe('10 MB/s');
  expect(describePace(send(start, 10, 10 * MB), TOTAL)).toBe('10 MB/s · 2 min left');
});

test('a short stall moves the estimate little, and it stays a number', () => {
  const steady = send(startPace(0, 0), 20, 10 * MB);
  const stalled = send(steady, 1, 0);
  expect(secondsLeft(stalled, { nowMs: stalled.atMs, totalBytes: TOTAL })).toBeLessThan(100);
  expect(send(steady, 20, 20 * MB).bytesPerSecond).toBeGreaterThan(19 * MB);
});

test('what takes longer than was said before says so; what gets quicker does not', () => {
  const steady = send(startPace(0, 0), 20, 10 * MB);
  expect(describePace(send(steady, 15, 2 * MB), TOTAL)).toMatch(/taking longer than expected, \d+ min left$/);
  expect(describePace(send(steady, 15, 20 * MB), TOTAL)).not.toMatch(/longer/);
});

test('reports that come in one breath, and late ones of before, change nothing', () => {
  const pace = send(startPace(0, 0), 10, MB);
  expect(nextPace(pace, { nowMs: pace.atMs + 10, sentBytes: 50 * MB, totalBytes: TOTAL })).toBe(pace);
  expect(nextPace(pace, { nowMs: pace.atMs + 900, sentBytes: 1, totalBytes: TOTAL })).toBe(pace);
});

test.each([
  [3, 'a few seconds left'],
  [42, '45 s left'],
  [59, '60 s left'],
  [90, '2 min left'],
  [3900, '1 h 5 min left'],
])('%d s is said as "%s"', (seconds, words) => {
  expect(describeLeft(seconds)).toBe(words);
});
