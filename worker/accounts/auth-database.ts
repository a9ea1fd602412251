import type { Env } from '#worker/env.ts';
import { createDatabase, type Database } from '#worker/db/client.ts';

/** The database as the role of the accounts, over HTTP. What the accounts library does goes its own way (auth.ts). */
export const authDatabaseOf = ({ AUTH_DATABASE_URL }: Pick<Env, 'AUTH_DATABASE_URL'>): Database =>
  createDatabase(AUTH_DATABASE_URL);
