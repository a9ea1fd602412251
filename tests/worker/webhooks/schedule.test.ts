import { expect, test } from 'vitest';
import { verdictOf } from '#worker/webhooks/outcome.ts';
import { MOST_ATTEMPTS, nextDelayMs, readRetryAfterMs } from '#worker/webhooks/schedule.ts';

const middle = () => 0.5;
const HOUR = 60 * 60_000;

test('ten attempts, further and further apart, over three days', () => {
  const delays = Array.from({ length: MOST_ATTEMPTS }, (_, attempts) => nextDelayMs(attempts, middle));
  expect(delays).toEqual([
    0,
    5_000,
    300_000,
    1_800_000,
    2 * HOUR,
    5 * HOUR,
    10 * HOUR,
    14 * HOUR,
    20 * HOUR,
    24 * HOUR,
  ]);
  expect(nextDelayMs(MOST_ATTEMPTS, middle)).toBeUndefined();
});

test('a tenth either way', () => {
  expect([nextDelayMs(2, () => 0), nextDelayMs(2, () => 1)]).toEqual([270_000, 330_000]);
});

test('a receiver may put us off for longer, up to a day, never for shorter', () => {
  expect(nextDelayMs(1, middle, 60_000)).toBe(60_000);
  expect(nextDelayMs(2, middle, 1_000)).toBe(300_000);
  expect(nextDelayMs(1, middle, 400 * HOUR)).toBe(24 * HOUR);
});

test.each([
  ['120', 120_000],
  ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
  ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  [null, null],
])('Retry-After %s', (header, ms) => {
  expect(readRetryAfterMs(header, new Date('2026-11-21T10:00:00Z'))).toBe(ms);
});

test.each([
  [200, 'delivered'],
  [204, 'delivered'],
  [301, 'retry'],
  [400, 'retry'],
  [410, 'gone'],
  [429, 'retry'],
  [500, 'retry'],
  [null, 'retry'],
] as const)('an answer of %s is %s', (responseStatus, verdict) =>
  expect(verdictOf({ responseStatus })).toBe(verdict),
);
