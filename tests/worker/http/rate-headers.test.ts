import { expect, test } from 'vitest';
import { rateHeadersOf } from '#worker/http/rate-headers.ts';
import { takeToken } from '#worker/http/token-bucket.ts';

const writes = { name: 'writes', burst: 300, perMinute: 300 };
const screenings = { name: 'screenings', burst: 10, perMinute: 1 };

test('each limit is told: what fits into its window, what is left, and when all is there again', () => {
  const rates = [writes, screenings].map((policy) => ({ policy, taken: takeToken(undefined, policy, 0) }));
  expect(rateHeadersOf(rates)).toEqual([
    ['ratelimit-policy', '"writes";q=300;w=60, "screenings";q=10;w=600'],
    ['ratelimit', '"writes";r=299;t=1, "screenings";r=9;t=60'],
  ]);
});

test('nothing is told of an answer that was not counted', () => {
  expect(rateHeadersOf([])).toEqual([]);
});
