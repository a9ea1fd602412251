import { and, eq, exists, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import { releasedObjects } from '#tables/asset-uses.ts';
import { marketAssets, userAssets } from '#tables/assets.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

const CRON = serviceActor('service:cron');

interface Ends {
  /** Deleted before this moment: its time in the trash is over. */
  deletedBefore: Date;
  /** Made before this moment and still without its bytes. */
  unfinishedBefore: Date;
  most: number;
}

/** Removes what nobody can bring back any more. A market's asset stays while anybody has it. Answers how many rows. */
export async function purgeAssets(
  db: Database,
  { deletedBefore, unfinishedBefore, most }: Ends,
): Promise<number> {
  const unfinished = and(isNull(userAssets.uploadedAt), lt(userAssets.createdAt, unfinishedBefore));
  const [own, offered] = await runAs(
    db,
    CRON,
    (db) =>
      [
        db
          .delete(userAssets)
          .where(
            inArray(
              userAssets.id,
              db
                .select({ id: userAssets.id })
                .from(userAssets)
                .where(or(lt(userAssets.deletedAt, deletedBefore), unfinished))
                .limit(most),
            ),
          )
          .returning({ id: userAssets.id }),
        db
          .delete(marketAssets)
          .where(
            and(
              lt(marketAssets.deletedAt, deletedBefore),
              notExists(
                db
                  .select({ one: sql`1` })
                  .from(userAssets)
                  .where(eq(userAssets.marketAssetId, marketAssets.id)),
              ),
            ),
          )
          .returning({ id: marketAssets.id }),
      ] as const,
  );
  return own.length + offered.length;
}

/** Objects that rows have let go of, oldest first, and whether another row still shares them. */
export async function listReleased(
  db: Database,
  { releasedBefore, most }: { releasedBefore: Date; most: number },
) {
  const sharedBy = (table: typeof userAssets | typeof marketAssets) =>
    exists(sql`(select 1 from ${table} where ${table.storageKey} = ${releasedObjects.storageKey})`);
  const [rows] = await runAs(
    db,
    CRON,
    (db) =>
      [
        db
          .select({
            id: releasedObjects.id,
            key: releasedObjects.storageKey,
            isShared: sql<boolean>`(${or(sharedBy(userAssets), sharedBy(marketAssets))})`,
          })
          .from(releasedObjects)
          .where(lt(releasedObjects.createdAt, releasedBefore))
          .orderBy(releasedObjects.createdAt)
          .limit(most),
      ] as const,
  );
  return rows;
}

export async function forgetReleased(db: Database, ids: string[]): Promise<void> {
  await runAs(
    db,
    CRON,
    (db) => [db.delete(releasedObjects).where(inArray(releasedObjects.id, ids))] as const,
  );
}
