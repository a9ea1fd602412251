import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';
import { takeToken, type Bucket, type RatePolicy } from './token-bucket.ts';

/** Keys remembered at most; the oldest half is forgotten beyond it. */
const MOST_KEYS = 10_000;

/**
 * Buckets of this isolate. A coarse shield and nothing more: another isolate counts for itself, so a global
 * limit is at most (isolates × burst). What must be exact is counted where there is one writer (the room).
 */
const buckets = new Map<string, Bucket>();

/** The address a request came from, or undefined on a developer's own machine, where nobody is shut out. */
export function clientAddressOf(c: Context<AppEnv>): string | undefined {
  const address = c.req.header('cf-connecting-ip');
  return address === undefined || address === '127.0.0.1' || address === '::1' ? undefined : address;
}

/** Counts one use of `policy` by `key`; throws RATE_LIMITED when there were too many. */
export function takeOne(c: Context<AppEnv>, policy: RatePolicy, key: string, nowMs = Date.now()): void {
  if (buckets.size >= MOST_KEYS) forgetOldest();
  const id = `${policy.name}:${key}`;
  const taken = takeToken(buckets.get(id), policy, nowMs);
  // Deleting first moves the key to the end: the map stays in order of last use.
  buckets.delete(id);
  buckets.set(id, taken.bucket);
  c.header('ratelimit-policy', `"${policy.name}";q=${policy.burst};w=60`);
  c.header('ratelimit', `"${policy.name}";r=${taken.remaining};t=${taken.retryAfterSeconds}`);
  if (taken.isAllowed) return;
  c.header('retry-after', String(taken.retryAfterSeconds));
  throw new AppError('RATE_LIMITED', `Too many requests. Try again in ${taken.retryAfterSeconds} seconds.`);
}

/** Limits a group of routes: by user where somebody is known, otherwise by address. */
export const rateLimit =
  (policy: RatePolicy): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const address = clientAddressOf(c);
    if (address !== undefined) takeOne(c, policy, c.get('viewer').userId ?? address);
    await next();
  };

function forgetOldest(): void {
  let left = MOST_KEYS / 2;
  for (const id of buckets.keys()) {
    if (left-- <= 0) return;
    buckets.delete(id);
  }
}
