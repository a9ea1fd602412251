import { createRoute, z } from '@hono/zod-openapi';
import { can } from '#protocol/capability.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { storyboardKey } from '../keys.ts';
import { readJpegSize } from '../poster/jpeg.ts';
import { saveStoryboardKey } from './storyboard.queries.ts';
import { cutTiles, STORYBOARD_LIMITS, Tiles } from './tiles.ts';

const put = createRoute({
  method: 'put',
  path: '/api/videos/{id}/storyboard',
  tags: ['videos'],
  summary: 'Set the storyboard',
  description:
    'Small pictures of the whole timeline in one JPEG of at most 1 MiB, row by row. Players show the one under the pointer; its WebVTT track is `storyboardUrl` of the video.',
  ...access('person', 'videos:write'),
  request: {
    params: VideoParam,
    query: Tiles,
    body: { required: true, content: { 'image/jpeg': { schema: z.string().meta({ format: 'binary' }) } } },
  },
  responses: {
    204: { description: 'It is the storyboard now.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'TOO_LARGE', 'UNSUPPORTED_MEDIA'),
  },
});

export const storyboardRoutes = createRouter();

storyboardRoutes.openapi(put, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const video = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators set the storyboard.');
  const picture = new Uint8Array(await c.req.arrayBuffer());
  if (picture.length > STORYBOARD_LIMITS.bytes)
    throw new AppError('TOO_LARGE', 'The storyboard is larger than 1 MiB.');
  const tiles = cutTiles(c.req.valid('query'), readJpegSize(picture, 'A storyboard'));
  const key = storyboardKey(video.shortId);
  await c.env.MEDIA.put(key, picture, {
    httpMetadata: { contentType: 'image/jpeg' },
    customMetadata: Object.fromEntries(Object.entries(tiles).map(([name, value]) => [name, String(value)])),
  });
  await saveStoryboardKey(c.get('db'), viewer, { videoId: video.id, key });
  return c.body(null, 204);
});
