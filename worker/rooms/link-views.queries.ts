import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '#tables/accounts.ts';
import { watchLinks, watchLinkViews } from '#tables/rooms.ts';
import type { SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { decodeCursor, encodeCursor } from '#worker/db/page.ts';
import { cutPage } from '#worker/http/page-shape.ts';
import { getVideoWith } from '#worker/library/videos.queries.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * A video, and who has opened one of its links and when, the last first; null where there is no such link of it. Throws
 * NOT_FOUND for a video that is not there.
 */
export async function listLinkViews(
  db: Database,
  viewer: SignedInViewer,
  { ref, linkId }: { ref: string; linkId: string },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const [createdAt, id] = cursor === undefined ? [] : decodeCursor(cursor, Cursor);
  const isAfter =
    createdAt !== undefined && id !== undefined
      ? lt(
          sql`(${watchLinkViews.createdAt}, ${watchLinkViews.id})`,
          sql`(${createdAt}::timestamptz, ${id}::uuid)`,
        )
      : undefined;
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    // From the link, so that one that was never opened can be told from none.
    db
      .select({ view: columns, name: users.name, accountType: users.accountType })
      .from(watchLinks)
      .leftJoin(watchLinkViews, and(eq(watchLinkViews.linkId, watchLinks.id), isAfter))
      .leftJoin(users, eq(users.id, watchLinkViews.userId))
      .where(and(eq(watchLinks.id, linkId), eq(watchLinks.videoId, videoId)))
      .orderBy(desc(watchLinkViews.createdAt), desc(watchLinkViews.id))
      .limit(limit + 1),
  );
  const rows = result.flatMap(({ view, ...who }) => (view ? [{ ...view, ...who }] : []));
  const cursorOf = (last: (typeof rows)[number]) => encodeCursor([last.createdAt.toISOString(), last.id]);
  return { video, page: result.length > 0 ? cutPage(rows, limit, cursorOf) : null };
}
const columns = {
  id: watchLinkViews.id,
  createdAt: watchLinkViews.createdAt,
  userAgent: watchLinkViews.userAgent,
  userId: watchLinkViews.userId,
};
type Page = NonNullable<Awaited<ReturnType<typeof listLinkViews>>['page']>;
export type LinkViewRow = Page['items'][number];

/** Forgets openings before a moment; how many. */
export async function forgetLinkViews(db: Database, before: Date): Promise<number> {
  const [{ rowCount }] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) => [db.delete(watchLinkViews).where(lt(watchLinkViews.createdAt, before))] as const,
  );
  return rowCount ?? 0;
}
