import { and, eq, lt } from 'drizzle-orm';
import { users } from '#tables/accounts.ts';
import { watchLinks, watchLinkViews } from '#tables/rooms.ts';
import type { SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { inTime } from '#worker/db/in-time.ts';
import type { Asked } from '#worker/db/page.ts';
import { getVideoWith } from '#worker/library/videos.queries.ts';

/**
 * A video, and who has opened one of its links and when, the last first; null where there is no such link of it. Throws
 * NOT_FOUND for a video that is not there.
 */
export async function listLinkViews(
  db: Database,
  viewer: SignedInViewer,
  { ref, linkId }: { ref: string; linkId: string },
  asked: Asked,
) {
  const page = inTime<ViewRow>('link-views', watchLinkViews, asked);
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    // From the link, so that one that was never opened can be told from none.
    db
      .select({ view: columns, name: users.name, accountType: users.accountType })
      .from(watchLinks)
      .leftJoin(watchLinkViews, and(eq(watchLinkViews.linkId, watchLinks.id), page.where))
      .leftJoin(users, eq(users.id, watchLinkViews.userId))
      .where(and(eq(watchLinks.id, linkId), eq(watchLinks.videoId, videoId)))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
  const rows = result.flatMap(({ view, ...who }) => (view ? [{ ...view, ...who }] : []));
  return { video, page: result.length > 0 ? page.cut(rows) : null };
}

const columns = {
  id: watchLinkViews.id,
  createdAt: watchLinkViews.createdAt,
  userAgent: watchLinkViews.userAgent,
  userId: watchLinkViews.userId,
};
type Who = Pick<typeof users.$inferSelect, 'name' | 'accountType'>;
type ViewRow = Pick<typeof watchLinkViews.$inferSelect, keyof typeof columns> & {
  [Field in keyof Who]: Who[Field] | null;
};
export type LinkViewRow = ViewRow;

/** Forgets openings before a moment; how many. */
export async function forgetLinkViews(db: Database, before: Date): Promise<number> {
  const [{ rowCount }] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) => [db.delete(watchLinkViews).where(lt(watchLinkViews.createdAt, before))] as const,
  );
  return rowCount ?? 0;
}
