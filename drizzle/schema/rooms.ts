import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { createdAt, id, moment, newestFirst, shortId, shortIdPattern, updatedAt } from './columns.ts';
import { videos } from './library.ts';

export const controlMode = pgEnum('control_mode', ['anyone', 'presenter', 'ask']);
export const stallPolicy = pgEnum('stall_policy', ['go_on', 'wait']);

/** A group that watches in step. Written only by the room's flush; its playback lives in the room. */
export const screenings = pgTable(
  'screenings',
  {
    id: id(),
    shortId: shortId(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    hostId: uuid('host_id').references(() => users.id, { onDelete: 'set null' }),
    controlMode: controlMode('control_mode').notNull().default('anyone'),
    stallPolicy: stallPolicy('stall_policy').notNull().default('go_on'),
    startedAt: moment('started_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
    /** What it left when it ended (`rooms/protocol/recap.ts`); it names who was there, so the API says to whom it is shown. */
    recap: jsonb('recap').$type<unknown>(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('screenings_short_id_key').on(t.shortId),
    index('screenings_video_idx').on(t.videoId, t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('screenings_host_idx').on(t.hostId, t.startedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    check('screenings_short_id_format', sql`${t.shortId} ~ ${shortIdPattern}`),
    check('screenings_end_after_start', sql`${t.endedAt} >= ${t.startedAt}`),
  ],
);

export const screeningAttendees = pgTable(
  'screening_attendees',
  {
    id: id(),
    screeningId: uuid('screening_id')
      .notNull()
      .references(() => screenings.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    joinedAt: moment('joined_at').notNull().defaultNow(),
    leftAt: moment('left_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('screening_attendees_screening_user_key').on(t.screeningId, t.userId),
    index('screening_attendees_user_idx').on(t.userId, t.joinedAt.desc().nullsFirst()),
    check('screening_attendees_left_after_joined', sql`${t.leftAt} >= ${t.joinedAt}`),
  ],
);

/** Whom a link lets in: whoever has it; who has at least given a name; who has an account. */
export const linkGuests = pgEnum('link_guests', ['anyone', 'named', 'accounts']);

/** Weakest first: of two links somebody holds the greater role counts. Nobody comes to manage by a link. */
export const linkRole = pgEnum('link_role', ['view', 'comment', 'control']);

/** A link that lets whoever holds it watch one video, in a role. Its token is kept hashed only. */
export const watchLinks = pgTable(
  'watch_links',
  {
    id: id(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    /** Null once the account is gone: the link stays until somebody takes it back. */
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    /** SHA-256 of the token, in hex. */
    tokenHash: text('token_hash').notNull(),
    role: linkRole('role').notNull(),
    guests: linkGuests('guests').notNull().default('anyone'),
    label: varchar('label', { length: 100 }),
    passwordHash: text('password_hash'),
    expiresAt: moment('expires_at'),
    maxUses: integer('max_uses'),
    useCount: integer('use_count').notNull().default(0),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('watch_links_token_hash_key').on(t.tokenHash),
    index('watch_links_video_idx').on(t.videoId, ...newestFirst(t)),
    // When it ended, or will.
    index('watch_links_ends_idx').on(sql`least(${t.revokedAt}, ${t.expiresAt})`),
    index('watch_links_created_by_idx').on(t.createdBy),
    check('watch_links_token_hash_format', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('watch_links_label_not_blank', sql`btrim(${t.label}) <> ''`),
    check('watch_links_max_uses_positive', sql`${t.maxUses} > 0`),
    check(
      'watch_links_use_count_within',
      sql`${t.useCount} >= 0 and (${t.maxUses} is null or ${t.useCount} <= ${t.maxUses})`,
    ),
  ],
);

/** What a room has written through to this database: the outbox's acknowledged end. */
export const roomWatermarks = pgTable(
  'room_watermarks',
  {
    id: id(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    epoch: bigint('epoch', { mode: 'number' }).notNull(),
    flushedSeq: bigint('flushed_seq', { mode: 'number' }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('room_watermarks_video_key').on(t.videoId),
    check('room_watermarks_not_negative', sql`${t.epoch} >= 0 and ${t.flushedSeq} >= 0`),
  ],
);

/** Who has opened a link, and when: for who manages the video. */
export const watchLinkViews = pgTable(
  'watch_link_views',
  {
    id: id(),
    linkId: uuid('link_id')
      .notNull()
      .references(() => watchLinks.id, { onDelete: 'cascade' }),
    /** Null for a visitor without a name, and for an account that is gone. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    userAgent: varchar('user_agent', { length: 255 }),
    createdAt: createdAt(),
  },
  (t) => [
    index('watch_link_views_link_idx').on(t.linkId, ...newestFirst(t)),
    // What is old is taken out by the hour.
    index('watch_link_views_created_at_idx').on(t.createdAt),
    index('watch_link_views_user_idx').on(t.userId),
  ],
);

export const approvalStatus = pgEnum('approval_status', ['in_review', 'changes_requested', 'approved']);

/** What somebody has decided about one version of a video; the newest counts, those before are its history. */
export const videoApprovals = pgTable(
  'video_approvals',
  {
    id: id(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    status: approvalStatus('status').notNull(),
    note: varchar('note', { length: 2000 }),
    createdAt: createdAt(),
  },
  (t) => [
    index('video_approvals_video_idx').on(t.videoId, ...newestFirst(t)),
    index('video_approvals_user_idx').on(t.userId),
  ],
);
