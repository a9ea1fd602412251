import { and, eq, isNull, sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { roomWatermarks } from '#tables/rooms.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import { createDatabase, type Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

const KEPT_MS = 30 * 86_400_000;
const RULES = {
  organizations_personal_stays: {
    pointer: '',
    detail: 'Your personal organization stays with your account.',
  },
};

/** Everything of it is hidden from the moment on that it answers. Throws INVALID for a personal one. */
export async function dissolveOrganization(db: Database, viewer: SignedInViewer, id: string): Promise<Date> {
  const dissolve = sql`select app.dissolve_organization(${id}::uuid), now() as at`;
  const [{ rows }] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.execute<{ at: string }>(dissolve)] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, RULES);
  });
  return new Date(rows[0]?.at ?? 0);
}

/** Videos of an organization that stand, those first whose room was written to last. */
export async function listVideosToEnd(
  db: Database,
  organizationId: string,
  limit: number,
): Promise<{ id: string; shortId: string }[]> {
  const [rows] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({ id: videos.id, shortId: videos.shortId })
          .from(videos)
          .leftJoin(roomWatermarks, eq(roomWatermarks.videoId, videos.id))
          .where(and(eq(videos.organizationId, organizationId), isNull(videos.deletedAt)))
          .orderBy(sql`${roomWatermarks.updatedAt} desc nulls last`)
          .limit(limit),
      ] as const,
  );
  return rows;
}

/** Nightly: dissolved organizations go once their time is up and nothing of theirs lies in the bucket any more. */
export async function purgeOrganizations(
  env: { DATABASE_URL: string },
  now: Date,
): Promise<{ organizations: number }> {
  const before = new Date(now.getTime() - KEPT_MS).toISOString();
  const [{ rows }] = await runAs(
    createDatabase(env.DATABASE_URL),
    serviceActor('service:cron'),
    (db) =>
      [
        db.execute<{ gone: number }>(sql`select app.purge_organizations(${before}::timestamptz) as gone`),
      ] as const,
  );
  return { organizations: rows[0]?.gone ?? 0 };
}
