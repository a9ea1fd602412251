import { createRoute, z } from '@hono/zod-openapi';
import { can } from '#protocol/capability.ts';
import { requireAccount } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { moveVideo } from '#worker/rooms/end-rights.ts';
import { standardLimitOf } from '#worker/media/storage/storage-limit.ts';
import { moveToOrganization, setFeatured } from './placing.queries.ts';
import { tagOfVideo } from './video-tag.ts';
import { VideoParam } from './video-ref.ts';
import { getVideo } from './videos.queries.ts';
import { toVideoView, Video } from './view.ts';

const tags = ['videos'];
const video = { 'application/json': { schema: Video } };
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

const Place = z.object({ organizationId: z.uuid() }).openapi('VideoPlace', {
  example: { organizationId: '019aa0c0-0000-7000-8000-000000000001' },
});
const Featured = z
  .object({ isFeatured: z.boolean() })
  .openapi('VideoFeatured', { example: { isFeatured: true } });

const move = createRoute({
  method: 'put',
  path: '/api/videos/{id}/organization',
  tags,
  summary: 'Move a video to another organization',
  description:
    'By who manages it and is a member there. Its channel, series and tags stay behind; whoever watches it as a member ' +
    'of the organization it leaves is out within a second.',
  ...access('account', 'videos:write'),
  request: { params: VideoParam, ...body(Place) },
  responses: {
    200: { description: 'The video, where it is now.', content: video },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE', 'TOO_LARGE'),
  },
});

const feature = createRoute({
  method: 'put',
  path: '/api/videos/{id}/featured',
  tags,
  summary: 'Feature a video',
  description: 'By those who run the product.',
  ...access('account', 'videos:write'),
  request: { params: VideoParam, ...body(Featured) },
  responses: {
    200: { description: 'The video.', content: video },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

export const placingRoutes = createRouter();

placingRoutes.openapi(move, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { organizationId } = c.req.valid('json');
  const row = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  if (!can(row.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators move this video.');
  requireMatch(c, tagOfVideo(row));
  const wanted = { organizationId, standardBytes: standardLimitOf(c.env) };
  const moved = await moveToOrganization(c.get('db'), viewer, row, wanted).catch(async (error: unknown) => {
    // Moved out of the mover's own sight: whoever watched it there is out all the same.
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      await moveVideo(c, { ...row, sharingChangedAt: new Date() });
    throw error;
  });
  if (moved.organizationId !== row.organizationId) await moveVideo(c, moved);
  c.header('etag', tagOfVideo(moved));
  return c.json(await toVideoView(c.env, moved, Date.now()), 200);
});

placingRoutes.openapi(feature, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const row = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  requireMatch(c, tagOfVideo(row));
  const placed = await setFeatured(c.get('db'), viewer, row.id, c.req.valid('json').isFeatured);
  c.header('etag', tagOfVideo(placed));
  return c.json(await toVideoView(c.env, placed, Date.now()), 200);
});
