import { sql, type SQLWrapper } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { byCount, byId, byMoment, byText, type Direction, type KeyColumn } from '#worker/db/page.ts';
import type { VideoFacts } from './video-row.queries.ts';
import type { Sort } from './video-filter.ts';

type Order = { columns: KeyColumn<VideoFacts, never>[]; direction: Direction };

const id = byId<VideoFacts>(sql`${videos.id}`);
const created = byMoment<VideoFacts>(sql`${videos.createdAt}`, (row) => row.createdAt);
const count = (column: SQLWrapper, of: (row: VideoFacts) => number) =>
  byCount<VideoFacts>(sql`${column}`, of);

/** What each order goes by; the id last, so that no two rows stand in the same place. */
export const ORDERS: Record<Sort, Order> = {
  newest: { columns: [created, id], direction: 'descending' },
  oldest: { columns: [created, id], direction: 'ascending' },
  published: {
    columns: [byMoment(sql`${videos.publishedAt}`, (row) => row.publishedAt ?? row.createdAt), id],
    direction: 'descending',
  },
  updated: {
    columns: [byMoment(sql`${videos.updatedAt}`, (row) => row.updatedAt), id],
    direction: 'descending',
  },
  title: { columns: [byText(sql`${videos.title}`, (row) => row.title), id], direction: 'ascending' },
  viewed: { columns: [count(videos.viewCount, (row) => row.viewCount), id], direction: 'descending' },
  liked: { columns: [count(videos.likeCount, (row) => row.likeCount), id], direction: 'descending' },
  commented: {
    columns: [count(videos.commentCount, (row) => row.commentCount), id],
    direction: 'descending',
  },
  position: {
    columns: [byCount(sql`${videos.seriesPosition}`, (row) => row.seriesPosition ?? 0)],
    direction: 'ascending',
  },
};
