import { sql } from 'drizzle-orm';
import { boolean, check, integer, numeric, pgTable, text, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { createdAt, id, seconds, updatedAt } from './columns.ts';
import { videos } from './library.ts';

/**
 * Hand-written in the migrations: `chapters_position_key` (unique per video, deferrable), `chapters_overlap`
 * (exclusion), `chapters_order` (positions follow time) and `chapters_past_end` (not past the video's end).
 */
export const chapters = pgTable(
  'chapters',
  {
    id: id(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    title: varchar('title', { length: 255 }).notNull(),
    description: text('description'),
    startSeconds: seconds('start_seconds').notNull(),
    endSeconds: seconds('end_seconds').notNull(),
    position: integer('position').notNull(),
    thumbnailKey: text('thumbnail_key'),
    isAiGenerated: boolean('is_ai_generated').notNull().default(false),
    confidence: numeric('confidence', { precision: 3, scale: 2, mode: 'number' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // What a comment's composite foreign key points at: a chapter together with its video.
    unique('chapters_id_video_key').on(t.id, t.videoId),
    check('chapters_title_not_blank', sql`btrim(${t.title}) <> ''`),
    check('chapters_start_not_negative', sql`${t.startSeconds} >= 0`),
    check('chapters_end_after_start', sql`${t.endSeconds} > ${t.startSeconds}`),
    check('chapters_position_positive', sql`${t.position} > 0`),
    check('chapters_confidence_range', sql`${t.confidence} between 0 and 1`),
  ],
);
