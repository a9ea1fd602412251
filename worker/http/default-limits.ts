import type { MiddlewareHandler } from 'hono';
import { holderOf } from '#worker/accounts/bearer.ts';
import type { AppEnv } from '#worker/context.ts';
import { isSafeMethod } from './origin.ts';
import { limitByCaller } from './rate-limit.ts';

/** Far above what a page does, with all of its players and a class behind one address. */
const READS = { name: 'reads', burst: 1200, perMinute: 1200 };
const WRITES = { name: 'writes', burst: 300, perMinute: 300 };
/** A program's: it has a bucket of its own, apart from its maker's browser. */
const KEY_READS = { name: 'key-reads', burst: 600, perMinute: 600 };
const KEY_WRITES = { name: 'key-writes', burst: 120, perMinute: 120 };

/** What anybody may ask of the API at all. Some routes have tighter limits of their own besides. */
export const defaultLimits: MiddlewareHandler<AppEnv> = async (c, next) => {
  const [reads, writes] = (await holderOf(c)) ? [KEY_READS, KEY_WRITES] : [READS, WRITES];
  limitByCaller(c, isSafeMethod(c.req.method) ? reads : writes);
  await next();
};
