import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { organizations, users } from './accounts.ts';
import { byDescending, bytes, createdAt, id, moment, newestFirst, seconds } from './columns.ts';
import { shortId, shortIdPattern, updatedAt } from './columns.ts';
import { processingStatus, videoSourceKind, videoVisibility } from './video-kinds.ts';

/**
 * Hand-written in the migrations, since drizzle cannot say `ON DELETE SET NULL (column)` or DEFERRABLE:
 * `videos_channel_fk`, `videos_series_fk` (both with the organization), `videos_series_position_key`.
 */
export const videos = pgTable(
  'videos',
  {
    id: id(),
    shortId: shortId(),
    title: varchar('title', { length: 255 }).notNull(),
    description: text('description'),
    authorId: uuid('author_id').references(() => users.id, { onDelete: 'set null' }),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    channelId: uuid('channel_id'),
    seriesId: uuid('series_id'),
    seriesPosition: integer('series_position'),
    durationSeconds: seconds('duration_seconds'),
    fileSizeBytes: bytes('file_size_bytes'),
    mimeType: varchar('mime_type', { length: 255 }),
    width: integer('width'),
    height: integer('height'),
    frameRateNum: integer('frame_rate_num'),
    frameRateDen: integer('frame_rate_den'),
    sourceKind: videoSourceKind('source_kind').notNull().default('upload'),
    sourceUrl: text('source_url'),
    youtubeId: varchar('youtube_id', { length: 20 }),
    sourceChannelName: varchar('source_channel_name', { length: 255 }),
    mediaKey: text('media_key'),
    /** The version of the index beside the media; null until the video can be played. */
    mediaVersion: text('media_version'),
    thumbnailKey: text('thumbnail_key'),
    storyboardKey: text('storyboard_key'),
    processingStatus: processingStatus('processing_status').notNull().default('pending'),
    processingProgress: smallint('processing_progress').notNull().default(0),
    processingError: text('processing_error'),
    visibility: videoVisibility('visibility').notNull().default('private'),
    isPublic: boolean('is_public')
      .notNull()
      .generatedAlwaysAs(sql`visibility = 'public'`),
    /** In everybody's lists. */
    isListed: boolean('is_listed')
      .notNull()
      .generatedAlwaysAs(
        sql`visibility = 'public' and processing_status = 'complete' and archived_at is null and deleted_at is null`,
      ),
    isFeatured: boolean('is_featured').notNull().default(false),
    viewCount: bigint('view_count', { mode: 'number' }).notNull().default(0),
    likeCount: integer('like_count').notNull().default(0),
    commentCount: integer('comment_count').notNull().default(0),
    /** Threads that nobody has settled. */
    openCommentCount: integer('open_comment_count').notNull().default(0),
    tags: text('tags')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** Sites that may embed it; null: those of its organization. */
    embedDomains: text('embed_domains').array(),
    metadata: jsonb('metadata').$type<Record<string, unknown>>().notNull().default({}),
    /** The first of its stack; null for the first itself, and for a video without versions. */
    versionOf: uuid('version_of').references((): AnyPgColumn => videos.id, { onDelete: 'set null' }),
    versionNumber: integer('version_number').notNull().default(1),
    /** Of its stack, without those in the trash; the same on each of them. */
    versionCount: integer('version_count').notNull().default(1),
    /** The newest of its stack that is not deleted; true for a video without versions. Kept by trigger. */
    isLatest: boolean('is_latest').notNull().default(true),
    publishedAt: moment('published_at'),
    archivedAt: moment('archived_at'),
    deletedAt: moment('deleted_at'),
    /** Since when it is shared as it is: visibility, organization, deletion. Set by a trigger; media grants carry it. */
    sharingChangedAt: moment('sharing_changed_at').notNull().defaultNow(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('videos_short_id_key').on(t.shortId),
    index('videos_organization_idx').on(t.organizationId, ...newestFirst(t)),
    index('videos_channel_idx').on(t.channelId, ...newestFirst(t)),
    index('videos_author_idx').on(t.authorId, ...newestFirst(t)),
    // @NOTE is_public, not visibility: under a policy an enum's = never reaches an index (drizzle/README.md).
    index('videos_author_public_idx').on(t.authorId, t.isPublic, ...newestFirst(t)),
    index('videos_public_feed_idx').on(t.isPublic, ...newestFirst(t), t.authorId),
    index('videos_unfinished_idx')
      .on(t.createdAt)
      .where(sql`processing_status in ('pending', 'processing')`),
    index('videos_organization_updated_idx').on(t.organizationId, ...byDescending(t.updatedAt, t.id)),
    index('videos_organization_title_idx').on(t.organizationId, t.title, t.id),
    index('videos_author_updated_idx').on(t.authorId, ...byDescending(t.updatedAt, t.id)),
    index('videos_author_title_idx').on(t.authorId, t.title, t.id),
    index('videos_organization_archived_idx')
      .on(t.organizationId, ...newestFirst(t))
      .where(sql`archived_at is not null`),
    index('videos_organization_unfinished_idx')
      .on(t.organizationId, ...newestFirst(t))
      .where(sql`processing_status <> 'complete'`),
    index('videos_listed_featured_idx')
      .on(...newestFirst(t))
      .where(sql`is_listed and is_featured`),
    index('videos_listed_newest_idx')
      .on(...newestFirst(t))
      .where(sql`is_listed`),
    index('videos_listed_published_idx')
      .on(...byDescending(t.publishedAt, t.id))
      .where(sql`is_listed`),
    index('videos_listed_viewed_idx')
      .on(...byDescending(t.viewCount, t.id))
      .where(sql`is_listed`),
    index('videos_listed_liked_idx')
      .on(...byDescending(t.likeCount, t.id))
      .where(sql`is_listed`),
    index('videos_listed_commented_idx')
      .on(...byDescending(t.commentCount, t.id))
      .where(sql`is_listed`),
    index('videos_listed_title_idx')
      .on(t.title, t.id)
      .where(sql`is_listed`),
    unique('videos_version_key').on(t.versionOf, t.versionNumber),
    index('videos_youtube_id_idx')
      .on(t.youtubeId)
      .where(sql`youtube_id is not null`),
    index('videos_deleted_at_idx')
      .on(t.deletedAt)
      .where(sql`deleted_at is not null`),
    index('videos_trash_author_idx')
      .on(t.authorId, ...byDescending(t.deletedAt, t.id))
      .where(sql`deleted_at is not null`),
    index('videos_trash_organization_idx')
      .on(t.organizationId, ...byDescending(t.deletedAt, t.id))
      .where(sql`deleted_at is not null`),
    // Shared with fewer than before: the few whose rooms are looked after by the hour.
    index('videos_narrowed_idx')
      .on(t.sharingChangedAt)
      .where(
        sql`sharing_changed_at > created_at and deleted_at is null and visibility in ('organization', 'private')`,
      ),
    index('videos_metadata_idx').using('gin', t.metadata),
    check('videos_short_id_format', sql`${t.shortId} ~ ${shortIdPattern}`),
    check('videos_embed_domains_few', sql`cardinality(${t.embedDomains}) <= 50`),
    check('videos_title_not_blank', sql`btrim(${t.title}) <> ''`),
    check('videos_duration_positive', sql`${t.durationSeconds} > 0`),
    check('videos_file_size_positive', sql`${t.fileSizeBytes} > 0`),
    check('videos_size_positive', sql`${t.width} > 0 and ${t.height} > 0`),
    check('videos_frame_rate_positive', sql`${t.frameRateNum} > 0 and ${t.frameRateDen} > 0`),
    check('videos_frame_rate_whole', sql`(${t.frameRateNum} is null) = (${t.frameRateDen} is null)`),
    check('videos_progress_range', sql`${t.processingProgress} between 0 and 100`),
    check('videos_series_position_positive', sql`${t.seriesPosition} > 0`),
    check('videos_series_position_present', sql`${t.seriesId} is null or ${t.seriesPosition} is not null`),
    check('videos_version_number_positive', sql`${t.versionNumber} > 0 and ${t.versionCount} > 0`),
    check('videos_not_own_version', sql`${t.versionOf} <> ${t.id}`),
    check(
      'videos_counts_not_negative',
      sql`least(${t.viewCount}, ${t.likeCount}, ${t.commentCount}, ${t.openCommentCount}) >= 0`,
    ),
  ],
);
