import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { bytes, createdAt, id, moment, updatedAt } from './columns.ts';
import { videos } from './library.ts';

export interface UploadPart {
  partNumber: number;
  etag: string;
}

/** A resumable (tus) upload on its way into a multipart object. */
export const uploads = pgTable(
  'uploads',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    lengthBytes: bytes('length_bytes').notNull(),
    offsetBytes: bytes('offset_bytes').notNull().default(0),
    storageKey: text('storage_key').notNull(),
    r2UploadId: text('r2_upload_id'),
    parts: jsonb('parts').$type<UploadPart[]>().notNull().default([]),
    /** Bytes received past the last whole part; they stand in an object of their own. */
    tailBytes: bytes('tail_bytes').notNull().default(0),
    metadata: jsonb('metadata').$type<Record<string, string>>().notNull().default({}),
    expiresAt: moment('expires_at').notNull(),
    completedAt: moment('completed_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('uploads_user_idx').on(t.userId),
    index('uploads_video_idx').on(t.videoId),
    index('uploads_expires_at_idx').on(t.expiresAt),
    index('uploads_unfinished_idx')
      .on(t.videoId)
      .where(sql`completed_at is null`),
    check('uploads_length_positive', sql`${t.lengthBytes} > 0`),
    check('uploads_offset_within_length', sql`${t.offsetBytes} between 0 and ${t.lengthBytes}`),
    check('uploads_tail_within_offset', sql`${t.tailBytes} between 0 and ${t.offsetBytes}`),
    check('uploads_parts_list', sql`jsonb_typeof(${t.parts}) = 'array'`),
  ],
);
