import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
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
    selectViews(db, and(eq(watchLinks.id, linkId), eq(watchLinks.videoId, videoId)), page),
  );
  const rows = result.flatMap(({ view, ...who }) => (view ? [{ ...view, ...who }] : []));
  return { video, page: result.length > 0 ? page.cut(rows) : null };
}

/** From the link, so that one that was never opened can be told from none. */
function selectViews(db: Database, isLink: SQL | undefined, page: ReturnType<typeof inTime<ViewRow>>) {
  const views = db
    .select(columns)
    .from(watchLinkViews)
    .where(and(eq(watchLinkViews.linkId, watchLinks.id), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit)
    .as('views');
  const { id, createdAt, userAgent, userId } = views;
  const order = page.isAscending ? [asc(createdAt), asc(id)] : [desc(createdAt), desc(id)];
  return db
    .select({ view: { id, createdAt, userAgent, userId }, name: users.name, accountType: users.accountType })
    .from(watchLinks)
    .leftJoinLateral(views, sql`true`)
    .leftJoin(users, eq(users.id, userId))
    .where(isLink)
    .orderBy(...order);
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
