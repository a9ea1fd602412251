import { and, eq, sql, type SQL } from 'drizzle-orm';
import { users } from '#tables/accounts.ts';
import { videoApprovals } from '#tables/rooms.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { inTime } from '#worker/db/in-time.ts';
import type { Asked } from '#worker/db/page.ts';
import { getVideoWith } from '#worker/library/videos.queries.ts';

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
export async function listApprovals(db: Database, viewer: SignedInViewer, ref: string, asked: Asked) {
  const page = inTime<ApprovalRow>('approvals', videoApprovals, asked);
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    selectApprovals(db, videoId)
      .where(and(eq(videoApprovals.videoId, videoId), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  return { video, current: result[0]?.current ?? null, page: page.cut(result) };
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
