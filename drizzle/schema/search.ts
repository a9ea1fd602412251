import { sql } from 'drizzle-orm';
import { boolean, customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment, newestFirst, seconds, tsvector } from './columns.ts';
import { videos } from './library.ts';
import { processingStatus, videoVisibility } from './video-kinds.ts';

const byteOrderedText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/**
 * What videos are found by: one narrow row for each that is not deleted, kept by triggers and read by functions of
 * `app` only. Apart from `videos`, so that a counter's update leaves the inverted indexes alone, and so that the
 * operators of search reach an index (drizzle/README.md).
 */
export const videoSearch = pgTable(
  'video_search',
  {
    /** The video's. */
    id: uuid('id')
      .primaryKey()
      .references(() => videos.id, { onDelete: 'cascade' }),
    organizationId: uuid('organization_id').notNull(),
    authorId: uuid('author_id'),
    channelId: uuid('channel_id'),
    seriesId: uuid('series_id'),
    visibility: videoVisibility('visibility').notNull(),
    processingStatus: processingStatus('processing_status').notNull(),
    /** Public and playable: anybody may come across it. */
    isOpen: boolean('is_open')
      .notNull()
      .generatedAlwaysAs(sql`visibility = 'public' and processing_status = 'complete'`),
    isFeatured: boolean('is_featured').notNull(),
    isArchived: boolean('is_archived').notNull(),
    durationSeconds: seconds('duration_seconds'),
    publishedAt: moment('published_at'),
    createdAt: createdAt(),
    /** The week it is of: what is looked for is looked for in some weeks at a time, newest first. */
    era: integer('era')
      .notNull()
      .generatedAlwaysAs(
        sql`floor(extract(epoch from created_at - timestamptz '2000-01-01 00:00:00+00') / 604800)::integer`,
      ),
    /** The newest of its stack of versions. */
    isLatest: boolean('is_latest').notNull().default(true),
    /** `tag:…` and `category:…` with the id, `free:…` with the free tag in lower case. */
    marks: text('marks').array().notNull(),
    /** By weight: A title, B description and free tags, D the default transcript. */
    words: tsvector('words').notNull(),
  },
  (t) => [
    index('video_search_newest_idx').on(...newestFirst(t)),
    index('video_search_organization_idx').on(t.organizationId, ...newestFirst(t)),
    index('video_search_author_idx').on(t.authorId, ...newestFirst(t)),
    index('video_search_channel_idx').on(t.channelId, ...newestFirst(t)),
    index('video_search_series_idx').on(t.seriesId, ...newestFirst(t)),
    index('video_search_found_idx').using('gin', t.era, t.words, t.marks),
  ],
);

/**
 * The words there are in `video_search`, of all tenants, so that the beginning of one becomes whole words. Read by
 * functions of `app` only; not unique, so that who writes waits for nobody.
 */
export const searchWords = pgTable(
  'search_words',
  {
    id: id(),
    /** In the order of bytes, so that a beginning is a range. */
    word: byteOrderedText('word').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('search_words_word_idx').on(t.word)],
);
