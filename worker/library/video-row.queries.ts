import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { organizationMembers, users } from '#tables/accounts.ts';
import { videos } from '#tables/library.ts';
import { likes } from '#tables/social.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import type { HeldLink } from './access.ts';

const me = (viewer: Viewer) => sql`${viewer.userId}::uuid`;

/** What every read of a video brings along, so that no second question is needed to show it. */
const columnsFor = (viewer: Viewer) => ({
  id: videos.id,
  shortId: videos.shortId,
  title: videos.title,
  description: videos.description,
  authorId: videos.authorId,
  authorName: users.name,
  organizationId: videos.organizationId,
  channelId: videos.channelId,
  seriesId: videos.seriesId,
  seriesPosition: videos.seriesPosition,
  durationSeconds: videos.durationSeconds,
  width: videos.width,
  height: videos.height,
  frameRateNum: videos.frameRateNum,
  frameRateDen: videos.frameRateDen,
  mediaVersion: videos.mediaVersion,
  thumbnailKey: videos.thumbnailKey,
  storyboardKey: videos.storyboardKey,
  processingStatus: videos.processingStatus,
  processingProgress: videos.processingProgress,
  processingError: videos.processingError,
  visibility: videos.visibility,
  viewCount: videos.viewCount,
  likeCount: videos.likeCount,
  commentCount: videos.commentCount,
  openCommentCount: videos.openCommentCount,
  tags: videos.tags,
  createdAt: videos.createdAt,
  updatedAt: videos.updatedAt,
  publishedAt: videos.publishedAt,
  archivedAt: videos.archivedAt,
  isFeatured: videos.isFeatured,
  versionOf: videos.versionOf,
  versionNumber: videos.versionNumber,
  versionCount: videos.versionCount,
  isLatest: videos.isLatest,
  metadata: videos.metadata,
  embedDomains: videos.embedDomains,
  sharingChangedAt: videos.sharingChangedAt,
  membership: organizationMembers.role,
  membershipChangedAt: organizationMembers.updatedAt,
  // A scalar: EXISTS may be planned as a look at all a person has ever liked.
  isLikedByYou: sql<boolean>`(
    select true from ${likes} where ${likes.videoId} = ${videos.id} and ${likes.userId} = ${me(viewer)}
  ) is not null`,
  /** The best watch link this viewer holds to it. */
  link: viewer.linkIds?.length
    ? sql<HeldLink | null>`app.held_link(${videos.id})`
    : sql<HeldLink | null>`null::jsonb`,
});

/** The start of every query for videos: present ones, with author, membership and like of this viewer. */
export const selectVideos = (db: Database, viewer: Viewer) => selectVideosWith(db, viewer, {});

/** The same with more columns, each an expression of its own. */
export const selectVideosWith = <Extra extends Record<string, SQL.Aliased | SQL>>(
  db: Database,
  viewer: Viewer,
  extra: Extra,
) =>
  db
    .select({ ...columnsFor(viewer), ...extra })
    .from(videos)
    .leftJoin(users, eq(users.id, videos.authorId))
    .leftJoin(
      organizationMembers,
      and(
        eq(organizationMembers.organizationId, videos.organizationId),
        eq(organizationMembers.userId, me(viewer)),
      ),
    )
    .$dynamic();

export const isPresent = isNull(videos.deletedAt);

export type VideoFacts = Awaited<ReturnType<typeof selectVideos>>[number];
