import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { createdAt, id, moment, newestFirst, seconds, updatedAt } from './columns.ts';
import { videos } from './library.ts';

/**
 * Written only by the room's flush. Hand-written in the migrations: `comments_chapter_fk`, a chapter of the
 * same video (`ON DELETE SET NULL (chapter_id)`).
 */
export const comments = pgTable(
  'comments',
  {
    id: id(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    chapterId: uuid('chapter_id'),
    parentId: uuid('parent_id'),
    /** Null once the account is gone: what was said stays. */
    authorId: uuid('author_id').references(() => users.id, { onDelete: 'set null' }),
    content: text('content').notNull(),
    positionSeconds: seconds('position_seconds'),
    endSeconds: seconds('end_seconds'),
    /**
     * Where it stands in the list by media time; comments on the whole video come last. A bigint, since under
     * row-level security a numeric's < never reaches an index (drizzle/README.md).
     */
    orderMs: bigint('order_ms', { mode: 'number' })
      .notNull()
      .generatedAlwaysAs(sql`coalesce((position_seconds * 1000)::bigint, 9007199254740991)`),
    /** Counted from the first; as wide as a safe integer, since it comes from a client. */
    frame: bigint('frame', { mode: 'number' }),
    drawing: jsonb('drawing').$type<unknown>(),
    /** Who is meant by its `@Name`s; no foreign key, since they may be gone while the words stay. */
    mentionedIds: uuid('mentioned_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    isEdited: boolean('is_edited').notNull().default(false),
    resolvedAt: moment('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => users.id, { onDelete: 'set null' }),
    likeCount: integer('like_count').notNull().default(0),
    /** The event that made the comment, and how often it changed since: a late or repeated flush is a no-op. */
    roomEpoch: bigint('room_epoch', { mode: 'number' }).notNull().default(0),
    roomSeq: bigint('room_seq', { mode: 'number' }).notNull().default(0),
    version: bigint('version', { mode: 'number' }).notNull().default(1),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('comments_id_video_key').on(t.id, t.videoId),
    foreignKey({
      name: 'comments_parent_fk',
      columns: [t.parentId, t.videoId],
      foreignColumns: [t.id, t.videoId],
    }),
    index('comments_media_time_idx').on(t.videoId, t.orderMs, t.id),
    index('comments_newest_idx').on(t.videoId, ...newestFirst(t)),
    index('comments_parent_idx').on(t.parentId, t.createdAt, t.id),
    index('comments_parent_time_idx').on(t.parentId, t.orderMs, t.id),
    index('comments_video_deleted_idx')
      .on(t.videoId)
      .where(sql`deleted_at is not null`),
    index('comments_chapter_idx').on(t.chapterId),
    index('comments_author_idx').on(t.authorId, ...newestFirst(t)),
    index('comments_resolved_by_idx').on(t.resolvedBy),
    index('comments_deleted_at_idx')
      .on(t.deletedAt)
      .where(sql`deleted_at is not null and (content <> '' or drawing is not null)`),
    check(
      'comments_content_length',
      sql`${t.deletedAt} is not null or char_length(btrim(${t.content}, E' \\t\\n\\r')) between 1 and 2000`,
    ),
    check('comments_position_not_negative', sql`${t.positionSeconds} >= 0`),
    check('comments_end_has_start', sql`${t.endSeconds} is null or ${t.positionSeconds} is not null`),
    check('comments_end_not_before_start', sql`${t.endSeconds} >= ${t.positionSeconds}`),
    check('comments_mentioned_at_most', sql`cardinality(${t.mentionedIds}) <= 20`),
    check('comments_frame_not_negative', sql`${t.frame} >= 0`),
    check('comments_not_own_parent', sql`${t.parentId} <> ${t.id}`),
    check('comments_like_count_not_negative', sql`${t.likeCount} >= 0`),
  ],
);

/** A user likes exactly one video or one comment. Written only by the room's flush. */
export const likes = pgTable(
  'likes',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    videoId: uuid('video_id').references(() => videos.id, { onDelete: 'cascade' }),
    commentId: uuid('comment_id').references(() => comments.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    unique('likes_user_video_key').on(t.userId, t.videoId),
    unique('likes_user_comment_key').on(t.userId, t.commentId),
    index('likes_video_idx').on(t.videoId),
    index('likes_comment_idx').on(t.commentId),
    check('likes_one_target', sql`num_nonnulls(${t.videoId}, ${t.commentId}) = 1`),
  ],
);

/** The closed set of `rooms/protocol/reaction.ts`; a test holds the two equal. */
export const reactionEmoji = pgEnum('reaction_emoji', ['👍', '❤️', '😂', '😮', '😢', '🎉', '🔥', '👏']);

/** How often an emoji was sent in a second of a video; by whom is not kept. Written only by the room's flush. */
export const reactions = pgTable(
  'reactions',
  {
    id: id(),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    second: integer('second').notNull(),
    emoji: reactionEmoji('emoji').notNull(),
    /** Absolute, and only rising: a late or repeated flush is a no-op. */
    count: integer('count').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('reactions_video_second_emoji_key').on(t.videoId, t.second, t.emoji),
    check('reactions_second_not_negative', sql`${t.second} >= 0`),
    check('reactions_count_positive', sql`${t.count} > 0`),
  ],
);

export const videoProgress = pgTable(
  'video_progress',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    positionSeconds: seconds('position_seconds').notNull().default(0),
    completed: boolean('completed').notNull().default(false),
    lastWatchedAt: moment('last_watched_at').notNull().defaultNow(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('video_progress_user_video_key').on(t.userId, t.videoId),
    index('video_progress_recent_idx').on(
      t.userId,
      t.lastWatchedAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    index('video_progress_video_idx').on(t.videoId),
    check('video_progress_position_not_negative', sql`${t.positionSeconds} >= 0`),
  ],
);
