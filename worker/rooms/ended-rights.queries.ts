import { and, desc, eq, gt, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { auditEvents } from '#tables/rights.ts';
import { roomWatermarks, watchLinks } from '#tables/rooms.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

/** Of one membership the rooms that are told: those last written to. */
const ROOMS_EACH = 200;
/** An organization that is dissolved leaves thousands at once; all are told. */
const DELETED_AT_MOST = 20_000;
type Visibility = (typeof videos.$inferSelect)['visibility'];

export interface EndedRights {
  links: { id: string; videoId: string; shortId: string; revokedAt: Date | null }[];
  deleted: { id: string; shortId: string; endedAt: Date }[];
  narrowed: { id: string; shortId: string; visibility: Visibility; sharingChangedAt: Date }[];
  memberships: { organizationId: string; userId: string; action: string; atMs: number; videoIds: string[] }[];
}

/**
 * What has ended within a time, the last first, of each at most `limit`: links that expired or were taken back, videos that
 * were deleted (of these many) or are shared with not all who know them since, memberships that ended or carry something else. Only where
 * a room was ever opened: in others nobody is. Links are few enough without an index.
 */
export async function listEndedRights(
  db: Database,
  { since, until }: { since: Date; until: Date },
  limit: number,
): Promise<EndedRights> {
  const linkEndedAt = sql`least(${watchLinks.revokedAt}, ${watchLinks.expiresAt})`;
  const hasRoom = eq(roomWatermarks.videoId, videos.id);
  const isWithin = (moment: typeof videos.deletedAt | typeof videos.sharingChangedAt) =>
    and(gt(moment, since), lte(moment, until));
  const { id, shortId, visibility, sharingChangedAt } = videos;
  const [links, deleted, narrowed, memberships] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({ id: watchLinks.id, videoId: videos.id, shortId, revokedAt: watchLinks.revokedAt })
          .from(watchLinks)
          .innerJoin(videos, eq(videos.id, watchLinks.videoId))
          .innerJoin(roomWatermarks, hasRoom)
          .where(and(gt(linkEndedAt, since.toISOString()), lte(linkEndedAt, until.toISOString())))
          .orderBy(desc(linkEndedAt))
          .limit(limit),
        db
          .select({ id, shortId, endedAt: sharingChangedAt })
          .from(videos)
          .innerJoin(roomWatermarks, hasRoom)
          .where(isWithin(videos.deletedAt))
          .orderBy(desc(videos.deletedAt))
          .limit(DELETED_AT_MOST),
        db
          .select({ id, shortId, visibility, sharingChangedAt })
          .from(videos)
          .innerJoin(roomWatermarks, hasRoom)
          .where(
            and(
              isWithin(sharingChangedAt),
              // Ever, since it was made.
              gt(sharingChangedAt, videos.createdAt),
              isNull(videos.deletedAt),
              sql`${visibility} in ('organization', 'private')`,
            ),
          )
          .orderBy(desc(sharingChangedAt))
          .limit(limit),
        selectEndedMemberships(db, { since, until }, limit),
      ] as const,
  );
  return { links, deleted, narrowed, memberships };
}

/** By the audit log, since a membership that has ended leaves no other trace. */
const selectEndedMemberships = (
  db: Database,
  { since, until }: { since: Date; until: Date },
  limit: number,
) =>
  db
    .select({
      organizationId: sql<string>`${auditEvents.organizationId}`,
      userId: sql<string>`${auditEvents.userId}`,
      action: auditEvents.action,
      atMs: sql`(extract(epoch from ${auditEvents.createdAt}) * 1000)::bigint`.mapWith(Number),
      videoIds: sql<string[]>`array(
        select videos.id::text from videos join room_watermarks on room_watermarks.video_id = videos.id
        where videos.organization_id = audit_events.organization_id and videos.deleted_at is null
          and videos.author_id is distinct from audit_events.user_id
        order by room_watermarks.updated_at desc limit ${ROOMS_EACH})`,
    })
    .from(auditEvents)
    .where(
      and(
        // As the index has it.
        sql`${auditEvents.action} in ('member.removed', 'member.role-changed')`,
        gt(auditEvents.createdAt, since),
        lte(auditEvents.createdAt, until),
        isNotNull(auditEvents.organizationId),
        isNotNull(auditEvents.userId),
      ),
    )
    .orderBy(desc(auditEvents.createdAt))
    .limit(limit);

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
