import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { createDatabase, type Database } from '#worker/db/client.ts';

/** Queries go over HTTP, so a client holds no connection and may serve every request of the isolate. */
const clients = new Map<string, Database>();

export const databaseMiddleware: MiddlewareHandler<AppEnv> = async (c, next) => {
  const url = c.env.DATABASE_URL;
  let db = clients.get(url);
  if (!db) clients.set(url, (db = createDatabase(url)));
  c.set('db', db);
  await next();
};
