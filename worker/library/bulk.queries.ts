import { and, eq, exists, inArray, sql, type SQL } from 'drizzle-orm';
import { channels } from '#tables/channels.ts';
import { videos } from '#tables/library.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import type { BulkChange } from './bulk-change.ts';
import { MOST_TAGS } from './video-input.ts';
import { isPresent, selectVideos } from './video-row.queries.ts';
import { withRole, type VideoRow } from './videos.queries.ts';

type Edit = Exclude<BulkChange, { kind: 'restore' }>;
/** A changed video as it is now. */
type Changed = Pick<VideoRow, 'id' | 'shortId' | 'visibility' | 'sharingChangedAt'>;

/**
 * Changes those of the videos that the viewer may, in one request and one transaction: `before` has those they see, as
 * they were, and `changed` those that were changed. Row-level security leaves out what is not theirs.
 */
export async function changeVideos(
  db: Database,
  viewer: SignedInViewer,
  ids: readonly string[],
  change: Edit,
): Promise<{ before: VideoRow[]; changed: Changed[] }> {
  const are = and(inArray(videos.id, [...ids]), isPresent);
  const { id, shortId, visibility, sharingChangedAt } = videos;
  const [before, changed] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectVideos(db, viewer).where(are),
        db
          .update(videos)
          .set(columnsOf(change))
          .where(and(are, mayBeChanged(db, change)))
          .returning({ id, shortId, visibility, sharingChangedAt }),
      ] as const,
  ).catch(refuse);
  return { before: before.flatMap((row) => withRole(row, viewer) ?? []), changed };
}

function columnsOf(change: Edit): Record<string, unknown> {
  switch (change.kind) {
    case 'move':
      return { channelId: change.channelId };
    case 'tag':
      return { tags: taggedBy(change) };
    case 'share':
      return { visibility: change.visibility };
    case 'archive':
      return { archivedAt: change.isArchived ? sql`coalesce(${videos.archivedAt}, now())` : null };
    case 'delete':
      return { deletedAt: sql`now()` };
  }
}

/** What a video must be besides, for the change to be possible. */
function mayBeChanged(db: Database, change: Edit): SQL | undefined {
  if (change.kind === 'tag') return sql`cardinality(${taggedBy(change)}) <= ${MOST_TAGS}`;
  if (change.kind !== 'move' || change.channelId === null) return undefined;
  const isIt = and(eq(channels.id, change.channelId), eq(channels.organizationId, videos.organizationId));
  return exists(db.select({ id: channels.id }).from(channels).where(isIt));
}

/** The tags there were in their order, without those removed, then those added. */
const taggedBy = ({ add, remove }: Extract<Edit, { kind: 'tag' }>): SQL => sql`(
  select coalesce(array_agg(name order by place), '{}') from (
    select name, min(place) as place
    from unnest(${videos.tags} || ${sql.param(add)}::text[]) with ordinality as tagged (name, place)
    where not name = any (${sql.param(remove)}::text[])
    group by name
  ) as kept)`;

/** Brings those back that lie in the viewer's trash; which did. */
export async function restoreVideos(
  db: Database,
  viewer: SignedInViewer,
  ids: readonly string[],
): Promise<string[]> {
  const [{ rows }] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute<{ id: string }>(sql`select app.restore_videos(${sql.param([...ids])}::uuid[]) as id`),
      ] as const,
  ).catch(refuse);
  return rows.map(({ id }) => id);
}

function refuse(error: unknown): never {
  throw toAppError(error);
}
