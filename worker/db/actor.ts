import { sql } from 'drizzle-orm';
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import type { Database } from './client.ts';
import { sqlStateOf } from './sql-error.ts';
import { askWhoIsTold, hear } from './told.ts';

/** On whose behalf queries run: row-level security shows and lets be written only what is theirs. */
export type Actor = {
  role: 'anonymous' | 'guest' | 'registered' | ServiceRole;
  userId: string | null;
  /** Watch links the request holds; whether they are still good the database knows. */
  linkIds?: readonly string[] | undefined;
  /** The session somebody came by: once it has ended, the transaction is refused. */
  sessionId?: string | undefined;
  /** Stands beside what the transaction changes in the audit log. */
  requestId?: string | undefined;
};

/**
 * What runs without a person: a room's flush, the media pipeline, the hourly clean-up, the door that links
 * open, what goes out as webhooks.
 */
type ServiceRole = 'service:room' | 'service:media' | 'service:cron' | 'service:link' | 'service:webhook';

export const serviceActor = (role: ServiceRole): Actor => ({ role, userId: null });

type Query = BatchItem<'pg'>;

/**
 * Runs the queries in one transaction, as the actor: one HTTP request, all of it or nothing. The queries must
 * be built from the `db` given and not awaited; the results come in their order. Built anew where another transaction
 * was in its way and the database undid this one.
 */
export async function runAs<Queries extends readonly [Query, ...Query[]]>(
  db: Database,
  actor: Actor,
  build: (db: Database) => Queries,
): Promise<BatchResponse<Queries>> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await runOnce(db, actor, build);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRolledBack(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
}

/** Of two transactions that stand in each other's way the database undoes one, which may begin again. */
const isRolledBack = (error: unknown): boolean => ['40001', '40P01'].includes(sqlStateOf(error) ?? '');
const ATTEMPTS = 4;

async function runOnce<Queries extends readonly [Query, ...Query[]]>(
  db: Database,
  actor: Actor,
  build: (db: Database) => Queries,
): Promise<BatchResponse<Queries>> {
  const becomeActor = db.execute(sql`
    select set_config('app.user_id', ${actor.userId ?? ''}, true), set_config('app.role', ${actor.role}, true),
      set_config('app.link_ids', ${actor.linkIds?.length ? `{${actor.linkIds.join()}}` : ''}, true),
      set_config('app.request_id', ${actor.requestId ?? ''}, true),
      set_config('random_page_cost', '1.1', true), app.require_session(${actor.sessionId ?? null}::uuid)
  `);
  const whoIsTold = askWhoIsTold(db);
  const queries: [Query, ...Query[]] = [becomeActor, ...build(db), ...(whoIsTold ? [whoIsTold] : [])];
  const [, ...results] = await db.batch<Query, [Query, ...Query[]]>(queries);
  if (whoIsTold) hear(db, results.pop() as Awaited<typeof whoIsTold>);
  return results as BatchResponse<Queries>;
}
