import { and, desc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { roomWatermarks, watchLinks } from '#tables/rooms.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

export interface EndedRights {
  links: { id: string; videoId: string; revokedAt: Date | null }[];
  deletedVideoIds: string[];
}

/**
 * What has ended within a time, the last first: links that expired or were taken back, and videos that were deleted, of
 * each at most `limit`. Only where a room was ever opened: in others nobody is. Links are few enough without an index.
 */
export async function listEndedRights(
  db: Database,
  { since, until }: { since: Date; until: Date },
  limit: number,
): Promise<EndedRights> {
  const endedAt = sql`least(${watchLinks.revokedAt}, ${watchLinks.expiresAt})`;
  const hasRoom = (videoId: typeof videos.id | typeof watchLinks.videoId) =>
    eq(roomWatermarks.videoId, videoId);
  const [links, deleted] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({ id: watchLinks.id, videoId: watchLinks.videoId, revokedAt: watchLinks.revokedAt })
          .from(watchLinks)
          .innerJoin(roomWatermarks, hasRoom(watchLinks.videoId))
          .where(and(gt(endedAt, since.toISOString()), lte(endedAt, until.toISOString())))
          .orderBy(desc(endedAt))
          .limit(limit),
        db
          .select({ id: videos.id })
          .from(videos)
          .innerJoin(roomWatermarks, hasRoom(videos.id))
          .where(and(gt(videos.deletedAt, since), lte(videos.deletedAt, until)))
          .orderBy(desc(videos.deletedAt))
          .limit(limit),
      ] as const,
  );
  return { links, deletedVideoIds: deleted.map(({ id }) => id) };
}

/**
 * Links that somebody made to videos of an organization they may no longer share: not to their own. Those last made first.
 */
export async function listLinksMadeBy(
  db: Database,
  { organizationId, userId }: { organizationId: string; userId: string },
  limit: number,
): Promise<{ linkId: string; id: string; shortId: string }[]> {
  const [rows] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({ linkId: watchLinks.id, id: videos.id, shortId: videos.shortId })
          .from(watchLinks)
          .innerJoin(videos, eq(videos.id, watchLinks.videoId))
          .where(
            and(
              eq(watchLinks.createdBy, userId),
              eq(videos.organizationId, organizationId),
              or(isNull(videos.authorId), ne(videos.authorId, userId)),
              isNull(watchLinks.revokedAt),
            ),
          )
          .orderBy(desc(watchLinks.createdAt))
          .limit(limit),
      ] as const,
  );
  return rows;
}
