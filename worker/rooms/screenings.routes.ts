import { createRoute, z } from '@hono/zod-openapi';
import { EntityId, Id, MediaSeconds, ShortId } from '#protocol/id.ts';
import { Playback } from '#protocol/playback.ts';
import { ControlMode, ScreeningSummary, StallPolicy } from '#protocol/screening.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { applyOp, findLiveScreening, identityOf, newOpId, settleRoom } from './room-gateway.ts';
import { findScreeningPlace } from './screenings.queries.ts';

const Screening = z
  .object({ videoId: EntityId, screening: ScreeningSummary, playback: Playback })
  .openapi('ScreeningView');

const ScreeningDraft = z
  .object({
    /** Bring one to be able to repeat the request. */
    id: Id.optional(),
    positionSeconds: MediaSeconds.default(0),
    isPlaying: z.boolean().default(false),
    controlMode: ControlMode.default('anyone'),
    stallPolicy: StallPolicy.default('go_on'),
  })
  .openapi('ScreeningDraft');

const answer = { 'application/json': { schema: Screening } };

const start = createRoute({
  method: 'post',
  path: '/api/videos/{id}/screenings',
  tags: ['rooms'],
  summary: 'Start a screening',
  description: 'You are its host; nobody is in it until somebody joins.',
  request: {
    params: VideoParam,
    body: { required: false, content: { 'application/json': { schema: ScreeningDraft } } },
  },
  responses: {
    201: { description: 'Started.', content: answer },
    ...refusals('INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'),
  },
});

const show = createRoute({
  method: 'get',
  path: '/api/screenings/{shortId}',
  tags: ['rooms'],
  summary: 'The screening a link leads to',
  description: 'An ended one too: `endedAtMs` says so.',
  request: { params: z.object({ shortId: z.string().max(64) }) },
  responses: {
    200: { description: 'The screening.', content: answer },
    ...refusals('NOT_FOUND', 'UNAVAILABLE'),
  },
});

export const screeningRoutes = createRouter();

screeningRoutes.openapi(start, async (c) => {
  const viewer = c.get('viewer');
  const video = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  const { id = newOpId(), ...draft } = c.req.valid('json') ?? ScreeningDraft.parse({});
  const op = { t: 'screening.start' as const, id, ...draft };
  const result = await applyOp(c.env, video.id, op, identityOf(viewer, video.role));
  if (result.kind !== 'screening') throw new AppError('CONFLICT', 'This id is taken. Make a new one.');
  await settleRoom(c.env, video.id);
  c.header('location', `/api/screenings/${result.screening.shortId}`);
  return c.json({ videoId: video.id, screening: result.screening, playback: result.playback }, 201);
});

screeningRoutes.openapi(show, async (c) => {
  const { shortId } = c.req.valid('param');
  const isShortId = ShortId.safeParse(shortId).success;
  const place = isShortId ? await findScreeningPlace(c.get('db'), c.get('viewer'), shortId) : undefined;
  const found = place && (await findLiveScreening(c.env, place.videoId, place.id));
  if (!place || !found) throw new AppError('NOT_FOUND', 'There is no such screening.');
  return c.json({ videoId: place.videoId, ...found }, 200);
});
