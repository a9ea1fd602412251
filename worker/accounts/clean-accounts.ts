import type { Env } from '#worker/env.ts';
import { authDatabaseOf } from './auth-database.ts';
import { deleteExpired } from './sessions.queries.ts';

/** Hourly: sessions that are over, and links nobody has followed. */
export const cleanAccounts = (env: Env, now: Date): Promise<{ sessions: number; verifications: number }> =>
  deleteExpired(authDatabaseOf(env), now);
