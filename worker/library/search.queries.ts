import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { videos } from '#tables/library.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { byId, byMoment, key, keyset, type Page } from '#worker/db/page.ts';
import { MARKERS } from './highlight.ts';
import type { VideoFilter, VideoSearchQuery } from './video-filter.ts';
import { ORDERS } from './video-orders.queries.ts';
import { selectVideos, selectVideosWith, type VideoFacts } from './video-row.queries.ts';
import { withRole, type VideoRow } from './videos.queries.ts';

/** How many are ranked; of more it is only said that there are more (app.rank_videos). */
export const MOST_RANKED = 200;

export interface Hit {
  video: VideoRow;
  /** Texts with MARKERS around what was found; null where nothing was. */
  titleText: string;
  descriptionText: string | null;
  spoken: { startSeconds: number; endSeconds: number; text: string } | null;
}

export type SearchPage = Page<Hit> & { total: { count: number; isMore: boolean } | null };

/** One page of what is found, by relevance or in time. One request. */
export async function searchVideos(
  db: Database,
  viewer: Viewer,
  query: VideoSearchQuery,
): Promise<SearchPage> {
  const { page, select } = planSearch(viewer, query);
  const [rows] = await runAs(db, actorOf(viewer), (db) => [select(db)] as const);
  const found = rows[0]?.found ?? 0;
  const { items, ...cursors } = page.cut(rows);
  const hits = items.flatMap(({ titleText, descriptionText, spoken, ...facts }) => {
    const video = withRole(facts, viewer);
    return video ? [{ video, titleText, descriptionText, spoken }] : [];
  });
  const total = { count: Math.min(found, MOST_RANKED), isMore: found > MOST_RANKED };
  return { items: hits, ...cursors, total: query.sort === 'relevance' ? total : null };
}

type FoundRow = VideoFacts & Ranked & Omit<Hit, 'video'>;
interface Ranked {
  rank: number;
  found: number;
}

const RELEVANCE = {
  name: 'search:relevance',
  columns: [
    key<FoundRow, number>(sql`hit.rank`, 'real', (row) => row.rank, z.number()),
    byMoment<FoundRow>(sql`hit.created_at`, (row) => row.createdAt),
    byId<FoundRow>(sql`hit.id`),
  ],
  direction: 'descending' as const,
};

/** The search's query, not yet run, and how its rows become a page. */
export function planSearch(viewer: Viewer, query: VideoSearchQuery) {
  const isRanked = query.sort === 'relevance';
  const inTime = query.sort === 'oldest' ? ORDERS.oldest : ORDERS.newest;
  const page = keyset<FoundRow>(
    isRanked ? RELEVANCE : { name: `search:${query.sort}`, ...inTime, columns: inTime.columns as never },
    query,
  );
  const hits = isRanked
    ? sql`(select * from app.rank_videos(${query.q}, ${filterOf(viewer, query)}, ${marksOf(query)}) hit
        ${page.where ? sql`where ${page.where}` : sql``}
        order by ${sql.join(page.orderBy, sql`, `)} limit ${page.limit}) as hit`
    : sql`(select *, 0 as rank, 0 as found from ${foundInTime(viewer, query, page)} hit) as hit`;
  const select = (db: Database) =>
    selectVideosWith(db, viewer, {
      rank: sql`hit.rank`.mapWith(Number),
      found: sql`hit.found`.mapWith(Number),
      titleText: TITLE_TEXT,
      descriptionText: DESCRIPTION_TEXT,
      spoken: SPOKEN_HIT,
    })
      .innerJoin(hits, sql`hit.id = ${videos.id}`)
      // What is looked for, made out once, not for every row and text.
      .crossJoin(sql`(select app.search_query(${query.q}) as wanted offset 0) as sought`)
      .orderBy(...page.orderBy);
  return { page, select };
}

/** Videos with certain marks, in time: a list, though its rows are found as those of a search. */
export const selectFoundInTime = (db: Database, viewer: Viewer, filter: VideoFilter, page: InTime) =>
  selectVideos(db, viewer)
    .innerJoin(sql`${foundInTime(viewer, filter, page)} as hit`, sql`hit.id = ${videos.id}`)
    .orderBy(...page.orderBy);

interface InTime {
  after: unknown[] | undefined;
  isAscending: boolean;
  orderBy: SQL[];
  limit: number;
}

function foundInTime(viewer: Viewer, filter: VideoFilter & { q?: string }, page: InTime): SQL {
  const [createdAt, id] = page.after ?? [null, null];
  return sql`app.find_videos(${filter.q ?? null}, ${filterOf(viewer, filter)}, ${marksOf(filter)},
    ${createdAt}::timestamptz, ${id}::uuid, ${page.isAscending}, ${page.limit})`;
}

/** What app.search_where reads. */
function filterOf(viewer: Viewer, { author, ...filter }: VideoFilter & Record<string, unknown>): SQL {
  const asked = { ...filter, author: author === 'me' ? viewer.userId : author };
  return sql`${JSON.stringify(asked)}::jsonb`;
}

function marksOf({ tag, category, freeTag }: VideoFilter): SQL {
  const marks = [
    ...(tag ? [`tag:${tag}`] : []),
    ...(category ? [`category:${category}`] : []),
    ...(freeTag ? [`free:${freeTag.toLowerCase()}`] : []),
  ];
  return marks.length > 0
    ? sql`array[${sql.join(
        marks.map((mark) => sql`${mark}`),
        sql`, `,
      )}]::text[]`
    : sql`null`;
}

const headline = (text: SQL, options: string, language = 'english'): SQL<string> =>
  sql<string>`ts_headline(${language}::regconfig, translate(${text}, ${MARKERS.join('')}, ''), sought.wanted,
    ${`StartSel="${MARKERS[0]}", StopSel="${MARKERS[1]}", ${options}`})`;

/** As stems, and where those find nothing, as the beginning of words as they are written. */
const TITLE_TEXT = sql<string>`(select case when strpos(stems.title, ${MARKERS[0]}) > 0 then stems.title
  else ${headline(sql`${videos.title}`, 'HighlightAll=true', 'simple')} end
  from (select ${headline(sql`${videos.title}`, 'HighlightAll=true')} as title offset 0) stems)`;

/** Of the first 2,000 characters: a description may have five times as many. */
const DESCRIPTION_TEXT: SQL<string | null> = headline(
  sql`left(${videos.description}, 2000)`,
  'MaxWords=30, MinWords=12',
);

const SPOKEN_HIT = sql<Hit['spoken']>`(
  select jsonb_build_object('startSeconds', said.start_seconds, 'endSeconds', said.end_seconds,
    'text', ${headline(sql`said.text`, 'HighlightAll=true')})
  from app.spoken_hit(${videos.id}, sought.wanted) said)`;
