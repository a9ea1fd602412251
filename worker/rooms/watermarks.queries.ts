import { desc, gt, sql, type SQL } from 'drizzle-orm';
import { roomWatermarks } from '#tables/rooms.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

// No index serves these: one on a moment that every flush moves would cost more than reading the table now and then.

/** By chance, so that where there are more than a run takes, each has its turn in time. */
const ANY_ORDER = sql`random()`;
const isRecent = (since: Date): SQL => gt(roomWatermarks.updatedAt, since);

/** Rooms that were opened or wrote after `since`. */
export async function listRecentRooms(db: Database, since: Date, limit: number): Promise<string[]> {
  const [rows] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) => [selectRooms(db).where(isRecent(since)).orderBy(ANY_ORDER).limit(limit)] as const,
  );
  return rows.map(({ videoId }) => videoId);
}

/** The same, and after them any others. */
export async function listRoomsToWake(db: Database, since: Date, limit: number): Promise<string[]> {
  const [rows] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        selectRooms(db)
          .orderBy(desc(isRecent(since)), ANY_ORDER)
          .limit(limit),
      ] as const,
  );
  return rows.map(({ videoId }) => videoId);
}

const selectRooms = (db: Database) => db.select({ videoId: roomWatermarks.videoId }).from(roomWatermarks);
