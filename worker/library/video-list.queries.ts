import { and, asc, desc, eq, exists, gt, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { organizationMembers } from '#tables/accounts.ts';
import { videos } from '#tables/library.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { decodeCursor, encodeCursor } from '#worker/db/page.ts';
import { cutPage } from '#worker/http/page-shape.ts';
import type { VideoListQuery } from './video-input.ts';
import { isPresent, selectVideos } from './video-row.queries.ts';
import { withRole, type VideoRow } from './videos.queries.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of the videos a viewer may come across, with the cursor of the next. One request. */
export async function listVideos(
  db: Database,
  viewer: Viewer,
  query: VideoListQuery,
): Promise<{ items: VideoRow[]; next: string | null }> {
  const direction = query.sort === 'oldest' ? asc : desc;
  const where = and(isPresent, scopeOf(viewer, query), after(query));
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectVideos(db, viewer)
          .where(where)
          .orderBy(direction(videos.createdAt), direction(videos.id))
          .limit(query.limit + 1),
      ] as const,
  );
  const page = cutPage(rows, query.limit, (last) => encodeCursor([last.createdAt.toISOString(), last.id]));
  return { items: page.items.flatMap((row) => withRole(row, viewer) ?? []), next: page.next };
}

/** One's own are listed whole; of others' only what is ready, and never what needs its link to be found. */
function scopeOf(viewer: Viewer, { author, channel, organization }: VideoListQuery): SQL | undefined {
  if (author === 'me') return eq(videos.authorId, sql`${viewer.userId}::uuid`);
  const isOpen = and(eq(videos.isPublic, true), eq(videos.processingStatus, 'complete'));
  if (!author && !channel && !organization) return isOpen;
  return and(
    author ? eq(videos.authorId, author) : undefined,
    channel ? eq(videos.channelId, channel) : undefined,
    organization ? eq(videos.organizationId, organization) : undefined,
    viewer.userId === null
      ? isOpen
      : or(isOpen, eq(videos.authorId, viewer.userId), isOfMyOrganization(viewer)),
  );
}

const isOfMyOrganization = (viewer: Viewer): SQL =>
  exists(
    sql`(select 1 from ${organizationMembers} as mine
      where mine.organization_id = ${videos.organizationId} and mine.user_id = ${viewer.userId}::uuid
        and (${ne(videos.visibility, 'private')} or mine.role <= 'ADMIN'))`,
  );

function after({ cursor, sort }: VideoListQuery): SQL | undefined {
  if (cursor === undefined) return undefined;
  const [createdAt, id] = decodeCursor(cursor, Cursor);
  const compare = sort === 'oldest' ? gt : lt;
  // A row comparison, so that the index in this order serves the page from where it starts.
  return compare(sql`(${videos.createdAt}, ${videos.id})`, sql`(${createdAt}::timestamptz, ${id}::uuid)`);
}
