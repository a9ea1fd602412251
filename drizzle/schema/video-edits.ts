import { sql } from 'drizzle-orm';
import { index, pgEnum, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { createdAt, id, moment } from './columns.ts';
import { videos } from './library.ts';

export const videoPart = pgEnum('video_part', ['details', 'chapters']);

/** Who changed a part of a video last, kept by triggers: what somebody who was slower is told. */
export const videoEdits = pgTable(
  'video_edits',
  {
    id: id(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    part: videoPart('part').notNull(),
    editedBy: uuid('edited_by')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    editedAt: moment('edited_at')
      .notNull()
      .default(sql`now()`),
    createdAt: createdAt(),
  },
  (t) => [
    unique('video_edits_video_part_key').on(t.videoId, t.part),
    index('video_edits_edited_by_idx').on(t.editedBy),
  ],
);
