import { sql } from 'drizzle-orm';
import { index, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns.ts';
import { videos } from './library.ts';

/** In which rooms a session or an API key has taken a seat within a day, so that its end reaches them: kept by `app.take_seat` and triggers. */
export const roomSeats = pgTable(
  'room_seats',
  {
    id: id(),
    /** The session's or the key's. It, and the account, may be gone before the room has been told. */
    credentialId: uuid('credential_id').notNull(),
    userId: uuid('user_id').notNull(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    takenAt: moment('taken_at').notNull().defaultNow(),
    /** When the session or key has ended; then the room is told, and the row goes. */
    endedAt: moment('ended_at'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('room_seats_credential_video_key').on(t.credentialId, t.videoId),
    index('room_seats_video_idx').on(t.videoId),
    index('room_seats_ended_idx')
      .on(t.userId)
      .where(sql`ended_at is not null`),
  ],
);
