import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '#tables/accounts.ts';
import { videoApprovals } from '#tables/rooms.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { decodeCursor, encodeCursor } from '#worker/db/page.ts';
import { cutPage } from '#worker/http/page-shape.ts';
import { getVideoWith } from '#worker/library/videos.queries.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
type Status = (typeof videoApprovals.$inferSelect)['status'];

const selectApprovals = (db: Database, videoId: string | SQL<string>) =>
  db
    .select({
      id: videoApprovals.id,
      status: videoApprovals.status,
      note: videoApprovals.note,
      userId: videoApprovals.userId,
      name: users.name,
      createdAt: videoApprovals.createdAt,
      current: sql<Status>`(select status from video_approvals where video_id = ${videoId}
        order by created_at desc, id desc limit 1)`,
    })
    .from(videoApprovals)
    .leftJoin(users, eq(users.id, videoApprovals.userId))
    .$dynamic();
export type ApprovalRow = Awaited<ReturnType<typeof selectApprovals>>[number];

/** A video with what was decided about it, the newest first, and what counts. Throws NOT_FOUND. */
export async function listApprovals(
  db: Database,
  viewer: SignedInViewer,
  ref: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const [createdAt, id] = cursor === undefined ? [] : decodeCursor(cursor, Cursor);
  const isAfter =
    createdAt !== undefined && id !== undefined
      ? lt(
          sql`(${videoApprovals.createdAt}, ${videoApprovals.id})`,
          sql`(${createdAt}::timestamptz, ${id}::uuid)`,
        )
      : undefined;
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    selectApprovals(db, videoId)
      .where(and(eq(videoApprovals.videoId, videoId), isAfter))
      .orderBy(desc(videoApprovals.createdAt), desc(videoApprovals.id))
      .limit(limit + 1),
  );
  const cursorOf = (last: ApprovalRow) => encodeCursor([last.createdAt.toISOString(), last.id]);
  return { video, current: result[0]?.current ?? null, page: cutPage(result, limit, cursorOf) };
}

/** Decided, or decided before by the same id. Undefined where that id is another's. */
export async function insertApproval(
  db: Database,
  viewer: SignedInViewer,
  decision: { id: string; videoId: string; status: Status; note: string | null },
): Promise<{ row: ApprovalRow; isNew: boolean } | undefined> {
  const { id, videoId } = decision;
  const isMine = and(
    eq(videoApprovals.id, id),
    eq(videoApprovals.videoId, videoId),
    eq(videoApprovals.userId, viewer.userId),
  );
  const [made, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .insert(videoApprovals)
          .values({ ...decision, userId: viewer.userId })
          .onConflictDoNothing({ target: videoApprovals.id })
          .returning({ id: videoApprovals.id }),
        selectApprovals(db, videoId).where(isMine),
      ] as const,
  );
  return rows[0] && { row: rows[0], isNew: made.length > 0 };
}
