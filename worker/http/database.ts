import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { createDatabase, type Database } from '#worker/db/client.ts';
import { hearing } from '#worker/db/told.ts';
import { nudgeSenders } from '#worker/webhooks/nudge.ts';

/** Queries go over HTTP, so a client holds no connection and may serve every request of the isolate. */
const clients = new Map<string, Database>();

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whose webhooks the request has written messages for, their senders learn behind its answer. */
const nudge = (c: Context<AppEnv>, organizationIds: string[]): void =>
  c.executionCtx.waitUntil(nudgeSenders(c.env, organizationIds));

export const databaseMiddleware: MiddlewareHandler<AppEnv> = async (c, next) => {
  const url = c.env.DATABASE_URL;
  let db = clients.get(url);
  if (!db) clients.set(url, (db = createDatabase(url)));
  c.set('db', SAFE_METHODS.has(c.req.method) ? db : hearing(db, (told) => nudge(c, told)));
  await next();
};
