import { sql } from 'drizzle-orm';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

/** Removes the words and drawings of comments deleted 30 days ago, the first deleted first; how many comments'. */
export async function purgeDeletedComments(db: Database, most: number): Promise<number> {
  const purge = sql`select app.purge_comments(${most}::integer) as purged`;
  const [{ rows }] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) => [db.execute<{ purged: number }>(purge)] as const,
  );
  return rows[0]?.purged ?? 0;
}
