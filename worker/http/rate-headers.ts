import type { RateState } from './rate-limit.ts';

/**
 * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers) of every limit a request was counted by: `q`
 * at once and within `w` seconds, `r` of them left, all of them again in `t` seconds.
 */
export function rateHeadersOf(rates: readonly RateState[]): [name: string, value: string][] {
  if (rates.length === 0) return [];
  const windowOf = ({ policy }: RateState) => Math.ceil((policy.burst / policy.perMinute) * 60);
  const untilFull = ({ policy, taken }: RateState) =>
    Math.ceil(((policy.burst - taken.bucket.tokens) / policy.perMinute) * 60);
  const list = (write: (rate: RateState) => string) =>
    rates.map((rate) => `"${rate.policy.name}";${write(rate)}`).join(', ');
  return [
    ['ratelimit-policy', list((rate) => `q=${rate.policy.burst};w=${windowOf(rate)}`)],
    ['ratelimit', list((rate) => `r=${rate.taken.remaining};t=${untilFull(rate)}`)],
  ];
}
