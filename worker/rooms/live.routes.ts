import { createRoute, z } from '@hono/zod-openapi';
import { Persist } from '#protocol/hello.ts';
import { ServerMs } from '#protocol/id.ts';
import { can } from '#protocol/capability.ts';
import { ScreeningSummary } from '#protocol/screening.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { getLiveRoom } from './room-gateway.ts';

const Skew = z
  .object({ reporting: z.int().min(2), p50Ms: z.number().min(0), p95Ms: z.number().min(0) })
  .openapi('ScreeningSkew', {
    description: 'Distances from the middle viewer, by what members’ players have lately reported.',
  });

const LiveScreening = ScreeningSummary.extend({
  skew: Skew.nullable().openapi({ description: 'Null until two members have reported.' }),
}).openapi('LiveScreening');

const LiveRoom = z
  .object({
    viewers: z.int().min(0),
    screenings: z.array(LiveScreening),
    likeCount: z.int().min(0),
    commentCount: z.int().min(0),
    persist: Persist.openapi({ description: '`delayed` while the database cannot be written.' }),
    unflushedEvents: z.int().min(0).openapi({ description: 'Durable in the room, not yet in the database.' }),
    parkedRows: z
      .int()
      .min(0)
      .openapi({ description: 'Kept in the room because the database refuses them.' }),
    awakeSinceMs: ServerMs.openapi({
      description:
        'When the room last woke, in milliseconds since 1970. With silent viewers it sleeps and costs nothing; ' +
        'being asked wakes it.',
    }),
  })
  .openapi('LiveRoom');

const show = createRoute({
  method: 'get',
  path: '/api/videos/{id}/room',
  tags: ['rooms'],
  summary: 'What goes on in the video’s room',
  description: 'As the room has it this moment; for whoever may view the video.',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: {
    200: { description: 'The room, live.', content: { 'application/json': { schema: LiveRoom } } },
    ...refusals('FORBIDDEN', 'NOT_FOUND', 'UNAVAILABLE'),
  },
});

export const liveRoutes = createRouter();

liveRoutes.openapi(show, async (c) => {
  const video = await getVideo(c.get('db'), c.get('viewer'), c.req.valid('param').id);
  if (!can(video.role, 'video.view')) throw new AppError('FORBIDDEN', 'You may not watch this video.');
  c.header('cache-control', 'private, no-store');
  return c.json(await getLiveRoom(c.env, video.id), 200);
});
