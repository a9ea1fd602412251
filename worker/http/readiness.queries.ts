import { sql } from 'drizzle-orm';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

/** The shortest question to Postgres, asked the way every other is. */
export const askDatabase = (db: Database): Promise<unknown> =>
  runAs(db, { role: 'anonymous', userId: null }, (db) => [db.execute(sql`select 1`)] as const);
