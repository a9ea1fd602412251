import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';

/** Ours: the configured one, and the one asked at. */
export const ownHostsOf = (c: Context<AppEnv>): string[] => [
  new URL(publicOriginOf(c)).host,
  new URL(c.req.url).host,
];
