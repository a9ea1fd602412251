import { and, eq, gte, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { keyset, within, type Page } from '#worker/db/page.ts';
import { AppError } from '#worker/http/app-error.ts';
import { selectFoundInTime } from './search.queries.ts';
import { scopeOf, SORTS_OF, type Sort, type VideoFilter, type VideoListQuery } from './video-filter.ts';
import { ORDERS } from './video-orders.queries.ts';
import { isPresent, selectVideos } from './video-row.queries.ts';
import { withRole, type VideoRow } from './videos.queries.ts';

/** One page of the videos a viewer may come across. One request. */
export async function listVideos(
  db: Database,
  viewer: Viewer,
  query: VideoListQuery,
): Promise<Page<VideoRow>> {
  const { page, select } = planList(viewer, query);
  const [rows] = await runAs(db, actorOf(viewer), (db) => [select(db)] as const);
  const { items, ...cursors } = page.cut(rows);
  return { items: items.flatMap((row) => withRole(row, viewer) ?? []), ...cursors };
}

/** The list's query, not yet run, and how its rows become a page. */
export function planList(viewer: Viewer, query: VideoListQuery) {
  const scope = scopeOf(query);
  const sort = sortOf(query);
  const page = keyset({ name: `videos:${scope}:${sort}`, ...ORDERS[sort] }, query);
  const select = (db: Database) =>
    scope === 'marks'
      ? selectFoundInTime(db, viewer, query, page)
      : selectVideos(db, viewer)
          .where(within(and(isPresent, scopeWhere(viewer, query), filterWhere(query, sort)), page))
          .orderBy(...page.orderBy)
          .limit(page.limit);
  return { page, select };
}

/** Only orders an index has; another would sort all there is for every page. */
function sortOf(query: VideoListQuery): Sort {
  const sorts = SORTS_OF[scopeOf(query)];
  const sort = query.sort ?? sorts[0] ?? 'newest';
  if (sorts.includes(sort)) return sort;
  const detail = `This list is kept in the order ${sorts.join(', ')}.`;
  throw new AppError('INVALID', detail, { errors: [{ pointer: '/sort', detail }] });
}

/** One's own are listed whole; of others' only what is ready, and never what needs its link to be found. */
function scopeWhere(viewer: Viewer, query: VideoFilter): SQL | undefined {
  if (scopeOf(query) === 'everybody') return eq(videos.isListed, true);
  const { author, organization, channel, series } = query;
  return and(
    author === undefined
      ? undefined
      : eq(videos.authorId, author === 'me' ? sql`${viewer.userId}::uuid` : author),
    organization ? eq(videos.organizationId, organization) : undefined,
    channel ? eq(videos.channelId, channel) : undefined,
    series ? eq(videos.seriesId, series) : undefined,
    author === 'me' ? undefined : mayComeAcross(viewer),
  );
}

function mayComeAcross(viewer: Viewer): SQL | undefined {
  const isOpen = and(eq(videos.isPublic, true), eq(videos.processingStatus, 'complete'));
  if (viewer.userId === null) return isOpen;
  const isIn = (role: 'MEMBER' | 'ADMIN'): SQL =>
    sql`${videos.organizationId} = ANY ((select app.organization_ids(${role}))::uuid[])`;
  return or(
    isOpen,
    eq(videos.authorId, viewer.userId),
    isIn('ADMIN'),
    and(sql`${videos.visibility} <> 'private'`, isIn('MEMBER')),
  );
}

function filterWhere(query: VideoFilter, sort: Sort): SQL | undefined {
  const { visibility, status, featured, archived, versions, minSeconds, maxSeconds } = query;
  return and(
    visibility && eq(videos.visibility, visibility),
    status && eq(videos.processingStatus, status),
    featured && eq(videos.isFeatured, featured === 'true'),
    // A series has the versions somebody chose for it.
    versions === 'latest' && !query.series ? eq(videos.isLatest, true) : undefined,
    archived === 'exclude' ? isNull(videos.archivedAt) : undefined,
    archived === 'only' ? isNotNull(videos.archivedAt) : undefined,
    minSeconds === undefined ? undefined : gte(videos.durationSeconds, minSeconds),
    maxSeconds === undefined ? undefined : lte(videos.durationSeconds, maxSeconds),
    query.createdFrom ? gte(videos.createdAt, new Date(query.createdFrom)) : undefined,
    query.createdBefore ? lt(videos.createdAt, new Date(query.createdBefore)) : undefined,
    query.publishedFrom ? gte(videos.publishedAt, new Date(query.publishedFrom)) : undefined,
    query.publishedBefore ? lt(videos.publishedAt, new Date(query.publishedBefore)) : undefined,
    sort === 'published' ? isNotNull(videos.publishedAt) : undefined,
  );
}
