import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';
import { takeToken, type Bucket, type RatePolicy, type Taken } from './token-bucket.ts';

/** Keys remembered at most; the oldest half is forgotten beyond it. */
const MOST_KEYS = 10_000;

/** A limit the request was counted by, and how much of it is left. */
export interface RateState {
  policy: RatePolicy;
  taken: Taken;
}

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
export function takeOne(c: Context<AppEnv>, policy: RatePolicy, key: string): void {
  const taken = count(c, policy, key);
  if (taken.isAllowed) return;
  c.header('retry-after', String(taken.retryAfterSeconds));
  throw new AppError('RATE_LIMITED', `Too many requests. Try again in ${taken.retryAfterSeconds} seconds.`);
}

/** Limits a group of routes: by API key or user where somebody is known, otherwise by address. */
export const rateLimit =
  (policy: RatePolicy): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    limitByCaller(c, policy);
    await next();
  };

/** Counts by who calls. On a developer's own machine it is counted and told, and nobody is refused. */
export function limitByCaller(c: Context<AppEnv>, policy: RatePolicy): void {
  const holder = c.get('keyHolder');
  const address = clientAddressOf(c);
  const key = holder ? `key ${holder.keyId}` : (c.get('viewer').userId ?? address ?? 'loopback');
  if (address === undefined) count(c, policy, key);
  else takeOne(c, policy, key);
}

/** Counts by the address alone, whoever calls. Not on a developer's own machine. */
export function limitByAddress(c: Context<AppEnv>, policy: RatePolicy): void {
  const address = clientAddressOf(c);
  if (address !== undefined) takeOne(c, policy, address);
}

/** Whether the address could still be counted by `policy`; nothing is taken. */
export function hasLeft(c: Context<AppEnv>, policy: RatePolicy): boolean {
  const address = clientAddressOf(c);
  return address === undefined || takeToken(buckets.get(idOf(policy, address)), policy, Date.now()).isAllowed;
}

const idOf = (policy: RatePolicy, key: string): string => `${policy.name}:${key}`;

function count(c: Context<AppEnv>, policy: RatePolicy, key: string): Taken {
  if (buckets.size >= MOST_KEYS) forgetOldest();
  const id = idOf(policy, key);
  const taken = takeToken(buckets.get(id), policy, Date.now());
  // Deleting first moves the key to the end: the map stays in order of last use.
  buckets.delete(id);
  buckets.set(id, taken.bucket);
  c.set('rates', [...(c.get('rates') ?? []), { policy, taken }]);
  return taken;
}

function forgetOldest(): void {
  let left = MOST_KEYS / 2;
  for (const id of buckets.keys()) {
    if (left-- <= 0) return;
    buckets.delete(id);
  }
}
