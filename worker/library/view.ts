import { z } from '@hono/zod-openapi';
import { Role } from '#protocol/role.ts';
import { mediaUrlsOf } from '#worker/media/playback-url.ts';
import { VisibilityName } from './video-input.ts';
import type { VideoRow } from './videos.queries.ts';

/** A video as the API shows it to one viewer. */
export const Video = z
  .object({
    id: z.uuid(),
    shortId: z.string().openapi({ description: 'What links carry: 11 characters.', example: 'k3Pq_Zt8-Wm' }),
    title: z.string(),
    description: z.string().nullable(),
    author: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    organizationId: z.uuid(),
    channelId: z.uuid().nullable(),
    seriesId: z.uuid().nullable(),
    durationSeconds: z.number().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    frameRate: z.object({ num: z.int(), den: z.int() }).nullable(),
    processingStatus: z.enum(['pending', 'processing', 'complete', 'error', 'cancelled']),
    processingProgress: z.int(),
    processingError: z.string().nullable().openapi({ description: 'Why it cannot be played, in words.' }),
    visibility: VisibilityName,
    likeCount: z.int(),
    commentCount: z.int(),
    openCommentCount: z.int().openapi({ description: 'Threads of comments that nobody has settled.' }),
    viewCount: z.int(),
    isLikedByYou: z.boolean(),
    role: Role.openapi({ description: 'What you may do with it.' }),
    hlsUrl: z
      .string()
      .nullable()
      .openapi({ description: 'The HLS playlist; null while it cannot be played.' }),
    thumbnailUrl: z.string().nullable(),
    storyboardUrl: z.string().nullable().openapi({
      description: 'A WebVTT track of small pictures along the timeline; null where there are none.',
    }),
    tags: z.array(z.string()),
    metadata: z.record(z.string(), z.unknown()),
    embedDomains: z.array(z.string()).nullable().openapi({
      description:
        'Which sites may embed it, where it has a list of its own; null: those its organization lists.',
    }),
    isFeatured: z.boolean(),
    version: z
      .object({ of: z.uuid().nullable(), number: z.int(), isLatest: z.boolean(), count: z.int() })
      .openapi({
        description:
          'Its place in a stack of versions; `of` is the first, null for the first itself; `count` without the trash.',
      }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    publishedAt: z.iso
      .datetime()
      .nullable()
      .openapi({ description: 'When it was open and playable for the first time.' }),
    archivedAt: z.iso.datetime().nullable(),
  })
  .openapi('Video');
export type Video = z.infer<typeof Video>;

export async function toVideoView(
  env: { TICKET_SECRET: string },
  row: VideoRow,
  nowMs: number,
): Promise<Video> {
  const urls = await mediaUrlsOf(env, row, nowMs);
  return {
    id: row.id,
    shortId: row.shortId,
    title: row.title,
    description: row.description,
    author: row.authorId && row.authorName !== null ? { id: row.authorId, name: row.authorName } : null,
    organizationId: row.organizationId,
    channelId: row.channelId,
    seriesId: row.seriesId,
    durationSeconds: row.durationSeconds,
    width: row.width,
    height: row.height,
    frameRate: row.frameRateNum && row.frameRateDen ? { num: row.frameRateNum, den: row.frameRateDen } : null,
    processingStatus: row.processingStatus,
    processingProgress: row.processingProgress,
    processingError: row.processingError,
    visibility: row.visibility,
    likeCount: row.likeCount,
    commentCount: row.commentCount,
    openCommentCount: row.openCommentCount,
    viewCount: row.viewCount,
    isLikedByYou: row.isLikedByYou,
    role: row.role,
    hlsUrl: urls?.playback ?? null,
    thumbnailUrl: row.thumbnailKey === null ? null : (urls?.poster ?? null),
    storyboardUrl: row.storyboardKey === null ? null : (urls?.storyboard ?? null),
    tags: row.tags,
    metadata: row.metadata,
    embedDomains: row.embedDomains,
    isFeatured: row.isFeatured,
    version: {
      of: row.versionOf,
      number: row.versionNumber,
      isLatest: row.isLatest,
      count: row.versionCount,
    },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}
