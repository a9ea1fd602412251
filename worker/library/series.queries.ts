import { and, eq, sql } from 'drizzle-orm';
import { organizationMembers } from '#tables/accounts.ts';
import { series } from '#tables/channels.ts';
import { videos } from '#tables/library.ts';
import { getOrganizationWith } from '#worker/accounts/organization-access.queries.ts';
import { actorOf, type SignedInViewer, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { inTime } from '#worker/db/in-time.ts';
import { within, type Asked, type Page } from '#worker/db/page.ts';
import { idIn, noSuch } from './entity-param.ts';
import type { SeriesEdit } from './series.ts';

/** Series of the viewer's organizations, with what they are in each. */
export const selectSeries = (db: Database, viewer: Viewer) =>
  db
    .select({
      id: series.id,
      organizationId: series.organizationId,
      name: series.name,
      description: series.description,
      createdAt: series.createdAt,
      updatedAt: series.updatedAt,
      role: organizationMembers.role,
      videoCount: sql<number>`(
        select count(*)::int from ${videos} where ${videos.seriesId} = ${series.id} and ${videos.deletedAt} is null
      )`,
    })
    .from(series)
    .innerJoin(
      organizationMembers,
      and(
        eq(organizationMembers.organizationId, series.organizationId),
        eq(organizationMembers.userId, sql`${viewer.userId}::uuid`),
      ),
    )
    .$dynamic();

export type SeriesRow = Awaited<ReturnType<typeof selectSeries>>[number];

/** The newest first. Throws NOT_FOUND to who is no member. */
export async function listSeries(
  db: Database,
  viewer: Viewer,
  organization: string,
  asked: Asked,
): Promise<Page<SeriesRow>> {
  const page = inTime<SeriesRow>('series', series, asked);
  const { results } = await getOrganizationWith(db, viewer, organization, 'members.list', (db, id) => [
    selectSeries(db, viewer)
      .where(within(eq(series.organizationId, id), page))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  ]);
  return page.cut(results[0]);
}

/** Undefined if the id is that of a series elsewhere. Throws NOT_FOUND, FORBIDDEN. */
export async function insertSeries(
  db: Database,
  viewer: SignedInViewer,
  organization: string,
  draft: { id: string; name: string; description: string | null },
): Promise<{ row: SeriesRow; isNew: boolean } | undefined> {
  const { results } = await getOrganizationWith(
    db,
    viewer,
    organization,
    'series.edit',
    (db, organizationId) =>
      [
        db
          .insert(series)
          .values({ ...draft, organizationId })
          .onConflictDoNothing({ target: series.id })
          .returning({ id: series.id }),
        selectSeries(db, viewer).where(
          and(eq(series.id, draft.id), eq(series.organizationId, organizationId)),
        ),
      ] as const,
  );
  const [made, [row]] = results;
  return row && { row, isNew: made.length > 0 };
}

/** Throws NOT_FOUND to who is no member of its organization. */
export async function getSeries(db: Database, viewer: Viewer, seriesId: string): Promise<SeriesRow> {
  const id = idIn(seriesId, 'series');
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [selectSeries(db, viewer).where(eq(series.id, id))] as const,
  );
  if (!rows[0]) throw noSuch('series');
  return rows[0];
}

/** Undefined if somebody has changed it since `seen` was read. */
export async function updateSeries(
  db: Database,
  viewer: SignedInViewer,
  seen: SeriesRow,
  edit: SeriesEdit,
): Promise<SeriesRow | undefined> {
  const isIt = eq(series.id, seen.id);
  const isAny = Object.values(edit).some((value) => value !== undefined);
  const [changed, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(series)
          .set(isAny ? edit : { name: seen.name })
          .where(and(isIt, eq(series.updatedAt, seen.updatedAt)))
          .returning({ id: series.id }),
        selectSeries(db, viewer).where(isIt),
      ] as const,
  );
  return changed.length > 0 ? rows[0] : undefined;
}

/** Its videos stay. False if somebody has changed it since `seen` was read. */
export async function deleteSeries(db: Database, viewer: SignedInViewer, seen: SeriesRow): Promise<boolean> {
  const isSeen = and(eq(series.id, seen.id), eq(series.updatedAt, seen.updatedAt));
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.delete(series).where(isSeen).returning({ id: series.id })] as const,
  );
  return rows.length > 0;
}
