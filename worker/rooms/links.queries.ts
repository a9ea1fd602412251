import { and, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { users } from '#tables/accounts.ts';
import { watchLinks } from '#tables/rooms.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { inTime } from '#worker/db/in-time.ts';
import type { Asked, Page } from '#worker/db/page.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import { getVideoWith, type VideoRow } from '#worker/library/videos.queries.ts';
import { policyOf } from './link-door.queries.ts';
import type { LinkPolicy } from './link-state.ts';

export type NewLink = Pick<
  typeof watchLinks.$inferInsert,
  'videoId' | 'tokenHash' | 'role' | 'guests' | 'label' | 'passwordHash' | 'expiresAt' | 'maxUses'
> & { id: string };
export type LinkChange = Partial<
  Pick<typeof watchLinks.$inferSelect, 'guests' | 'label' | 'passwordHash' | 'expiresAt' | 'maxUses'>
>;

const FIELDS = {
  watch_links_use_count_within: {
    pointer: '/maxUses',
    detail: 'It has been opened more often than that already.',
  },
};

/** Links as who manages the video sees them; to others there are none. `videoId` may be SQL. */
const selectLinks = (db: Database, videoId: string | SQL<string>) =>
  db
    .select({
      ...getTableColumns(watchLinks),
      makerName: users.name,
      isMakerEntitled: sql<boolean>`app.may_still_share(${watchLinks.createdBy}, ${watchLinks.videoId})`,
      policy: sql`coalesce((select app.link_policy(${videoId})), '{}')`.mapWith(policyOf),
    })
    .from(watchLinks)
    .leftJoin(users, eq(users.id, watchLinks.createdBy))
    .$dynamic();
export type ManagedLink = Awaited<ReturnType<typeof selectLinks>>[number];

/** The video with what its organization asks of links. */
export async function getVideoWithPolicy(
  db: Database,
  viewer: SignedInViewer,
  ref: string,
): Promise<{ video: VideoRow; policy: LinkPolicy }> {
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    db.execute<{ policy: object | null }>(sql`select app.link_policy(${videoId}) as policy`),
  );
  return { video, policy: policyOf(result.rows[0]?.policy ?? null) };
}

/** Made, or made before by the same id. Undefined where that id is another video's link. */
export async function insertLink(
  db: Database,
  viewer: SignedInViewer,
  link: NewLink,
): Promise<{ row: ManagedLink; isNew: boolean } | undefined> {
  const [made, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .insert(watchLinks)
          .values({ ...link, createdBy: viewer.userId })
          .onConflictDoNothing({ target: watchLinks.id })
          .returning({ id: watchLinks.id }),
        selectLinks(db, link.videoId).where(isLink(link.videoId, link.id)),
      ] as const,
  );
  return rows[0] && { row: rows[0], isNew: made.length > 0 };
}

/** A video and its links, newest first, revoked ones too. Throws NOT_FOUND for a video that is not there. */
export async function listLinks(
  db: Database,
  viewer: SignedInViewer,
  ref: string,
  asked: Asked,
): Promise<{ video: VideoRow; page: Page<ManagedLink> }> {
  const page = inTime<ManagedLink>('links', watchLinks, asked);
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    selectLinks(db, videoId)
      .where(and(eq(watchLinks.videoId, videoId), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  return { video, page: page.cut(result) };
}

/** A video and one of its links, which may not be there. Throws NOT_FOUND for a video that is not there. */
export async function findManagedLink(
  db: Database,
  viewer: SignedInViewer,
  { ref, linkId }: { ref: string; linkId: string },
): Promise<{ video: VideoRow; link: ManagedLink | undefined }> {
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    selectLinks(db, videoId).where(isLink(videoId, linkId)),
  );
  return { video, link: result[0] };
}

/** Changes a link as it was when it was read. Throws STALE where somebody was faster, and NOT_FOUND. */
export async function updateLink(
  db: Database,
  viewer: SignedInViewer,
  { id, videoId, updatedAt }: ManagedLink,
  { change, isTakenOver }: { change: LinkChange; isTakenOver: boolean },
): Promise<ManagedLink> {
  const isSame = and(isLink(videoId, id), eq(watchLinks.updatedAt, updatedAt));
  const moved = { ...change, updatedAt: sql`now()` };
  const [changed, , rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.update(watchLinks).set(moved).where(isSame).returning({ id: watchLinks.id }),
        // Only where this very transaction changed it.
        db.execute(sql`select app.take_over_link(id) from ${watchLinks}
          where id = ${id} and updated_at = now()::timestamptz(3) and ${isTakenOver}`),
        selectLinks(db, videoId).where(isLink(videoId, id)),
      ] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, FIELDS);
  });
  if (!rows[0]) throw new AppError('NOT_FOUND', 'There is no such link.');
  if (changed.length === 0) throw new AppError('STALE', 'Somebody changed this link in the meantime.');
  return rows[0];
}

/** Takes it back; one revoked before stays as it is. Since when it is; null where it has gone in the meantime. */
export async function revokeLink(
  db: Database,
  viewer: SignedInViewer,
  { videoId, linkId }: { videoId: string; linkId: string },
): Promise<Date | null> {
  const revokedAt = sql`coalesce(${watchLinks.revokedAt}, now())`;
  const revoke = (db: Database) =>
    db
      .update(watchLinks)
      .set({ revokedAt })
      .where(isLink(videoId, linkId))
      .returning({ at: watchLinks.revokedAt });
  const [rows] = await runAs(db, actorOf(viewer), (db) => [revoke(db)] as const);
  return rows[0]?.at ?? null;
}

const isLink = (videoId: string | SQL<string>, linkId: string) =>
  and(eq(watchLinks.id, linkId), eq(watchLinks.videoId, videoId));
