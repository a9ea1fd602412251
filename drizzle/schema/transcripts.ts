import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { createdAt, id, seconds, tsvector, updatedAt } from './columns.ts';
import { videos } from './library.ts';

export const transcriptOrigin = pgEnum('transcript_origin', ['upload', 'model']);

/** What is said in a video, in one language. */
export const transcripts = pgTable(
  'transcripts',
  {
    id: id(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    /** BCP 47, e.g. `en` or `pt-BR`. */
    language: varchar('language', { length: 35 }).notNull(),
    origin: transcriptOrigin('origin').notNull().default('upload'),
    /** What players show first, and search reads. */
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('transcripts_video_language_key').on(t.videoId, t.language),
    uniqueIndex('transcripts_default_key')
      .on(t.videoId)
      .where(sql`is_default`),
    check('transcripts_language_format', sql`${t.language} ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$'`),
  ],
);

export const transcriptCues = pgTable(
  'transcript_cues',
  {
    id: id(),
    transcriptId: uuid('transcript_id')
      .notNull()
      .references(() => transcripts.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    startSeconds: seconds('start_seconds').notNull(),
    endSeconds: seconds('end_seconds').notNull(),
    text: text('text').notNull(),
    /** What search asks of it, kept: taking the cues of each video found apart anew would be most of a search. */
    words: tsvector('words')
      .notNull()
      .generatedAlwaysAs(sql`to_tsvector('pg_catalog.english', text)`),
    createdAt: createdAt(),
  },
  (t) => [
    unique('transcript_cues_position_key').on(t.transcriptId, t.position),
    // Both in one, so that a word is looked up within one transcript, however often it is said in others.
    index('transcript_cues_text_idx').using('gin', t.transcriptId, t.words),
    check('transcript_cues_position_positive', sql`${t.position} > 0`),
    check('transcript_cues_start_not_negative', sql`${t.startSeconds} >= 0`),
    check('transcript_cues_end_after_start', sql`${t.endSeconds} > ${t.startSeconds}`),
    check('transcript_cues_text_not_blank', sql`btrim(${t.text}) <> ''`),
  ],
);
