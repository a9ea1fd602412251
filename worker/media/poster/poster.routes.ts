import { createRoute, z } from '@hono/zod-openapi';
import { can } from '#protocol/capability.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { posterKey } from '../keys.ts';
import { POSTER_LIMITS, readJpegSize } from './jpeg.ts';
import { savePosterKey } from './poster.queries.ts';

const put = createRoute({
  method: 'put',
  path: '/api/videos/{id}/poster',
  tags: ['videos'],
  summary: 'Set the poster',
  description:
    'The picture shown before the video plays: a JPEG of at most 1 MiB, usually one of its frames.',
  ...access('person', 'videos:write'),
  request: {
    params: VideoParam,
    body: { required: true, content: { 'image/jpeg': { schema: z.string().meta({ format: 'binary' }) } } },
  },
  responses: {
    204: { description: 'It is the poster now.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'TOO_LARGE', 'UNSUPPORTED_MEDIA'),
  },
});

export const posterRoutes = createRouter();

posterRoutes.openapi(put, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const video = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators choose the poster.');
  const picture = new Uint8Array(await c.req.arrayBuffer());
  if (picture.length > POSTER_LIMITS.bytes)
    throw new AppError('TOO_LARGE', 'The poster is larger than 1 MiB.');
  readJpegSize(picture);
  const key = posterKey(video.shortId);
  await c.env.MEDIA.put(key, picture, { httpMetadata: { contentType: 'image/jpeg' } });
  await savePosterKey(c.get('db'), viewer, { videoId: video.id, key });
  return c.body(null, 204);
});
