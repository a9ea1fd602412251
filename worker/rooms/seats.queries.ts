import { and, eq, inArray, isNotNull, lt, sql, type SQL } from 'drizzle-orm';
import { roomSeats } from '#tables/seats.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

/** Notes that the viewer takes a seat in the video's room by what they came by, and answers when that seat ends. */
export const takeSeat = (db: Database, videoId: SQL<string>, { sessionId, keyId }: Viewer) =>
  db.execute<{ endsAtMs: number | null }>(
    sql`select app.take_seat(${videoId}, ${sessionId ?? null}::uuid, ${keyId ?? null}::uuid) as "endsAtMs"`,
  );

export type EndedSeat = Pick<typeof roomSeats.$inferSelect, 'id' | 'videoId' | 'credentialId'>;

/** Seats whose session or key has ended and whose rooms have not been told: somebody's, or everybody's. */
export async function listEndedSeats(
  db: Database,
  userId: string | null,
  limit: number,
): Promise<EndedSeat[]> {
  const { id, videoId, credentialId } = roomSeats;
  const [rows] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({ id, videoId, credentialId })
          .from(roomSeats)
          .where(
            and(isNotNull(roomSeats.endedAt), userId === null ? undefined : eq(roomSeats.userId, userId)),
          )
          // As their index has them.
          .orderBy(roomSeats.userId)
          .limit(limit),
      ] as const,
  );
  return rows;
}

/** Their rooms know by now. */
export const forgetSeats = (db: Database, ids: readonly string[]): Promise<unknown> =>
  runAs(
    db,
    serviceActor('service:cron'),
    (db) => [db.delete(roomSeats).where(inArray(roomSeats.id, [...ids]))] as const,
  );

/** Forgets seats taken before a moment; how many. Once an hour they are read through: there are a day's. */
export async function deleteOldSeats(db: Database, takenBefore: Date): Promise<number> {
  const [gone] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) => [db.delete(roomSeats).where(lt(roomSeats.takenAt, takenBefore))] as const,
  );
  return gone.rowCount;
}
