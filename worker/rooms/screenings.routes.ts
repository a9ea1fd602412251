import { createRoute, z } from '@hono/zod-openapi';
import { EntityId, Id, MediaSeconds, ShortId } from '#protocol/id.ts';
import { Playback } from '#protocol/playback.ts';
import { Recap } from '#protocol/recap.ts';
import { ControlMode, ScreeningSummary, StallPolicy } from '#protocol/screening.ts';
import type { Env } from '#worker/env.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { rateLimit } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { recapFor } from './recap-view.ts';
import {
  applyOp,
  findLiveRecap,
  findLiveScreening,
  identityOf,
  newOpId,
  settleRoom,
} from './room-gateway.ts';
import { findRecapPlace, findScreeningPlace } from './screenings.queries.ts';

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
  ...access('anyone', 'rooms:join'),
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
  ...access('anyone', 'videos:read'),
  request: { params: z.object({ shortId: z.string().max(64) }) },
  responses: {
    200: { description: 'The screening.', content: answer },
    ...refusals('NOT_FOUND', 'UNAVAILABLE'),
  },
});

const recap = createRoute({
  method: 'get',
  path: '/api/screenings/{shortId}/recap',
  tags: ['rooms'],
  summary: 'What a screening has left',
  description:
    'Once it has ended: how long it went, what was said, and every change of playback. Who was there is told to those who were, and to managers of the video.',
  ...access('anyone', 'videos:read'),
  request: { params: z.object({ shortId: z.string().max(64) }) },
  responses: {
    200: { description: 'The recap.', content: { 'application/json': { schema: Recap } } },
    ...refusals('NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'),
  },
});

export const screeningRoutes = createRouter();
// A room has few places for screenings, and an empty one keeps its place for a day (R30, R82).
screeningRoutes.use('/api/videos/:id/screenings', rateLimit({ name: 'screenings', burst: 10, perMinute: 1 }));

screeningRoutes.openapi(start, async (c) => {
  const viewer = c.get('viewer');
  const video = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  const { id = newOpId(), ...draft } = ScreeningDraft.parse(c.req.valid('json') ?? {});
  const op = { t: 'screening.start' as const, id, ...draft };
  const result = await applyOp(c.env, video.id, op, identityOf(viewer, video.role));
  if (result.kind !== 'screening') throw new AppError('CONFLICT', 'This id is taken. Make a new one.');
  await settleRoom(c.env, video.id);
  c.header('location', `/api/screenings/${result.screening.shortId}`);
  return c.json({ videoId: video.id, screening: result.screening, playback: result.playback }, 201);
});

screeningRoutes.openapi(show, async (c) => {
  const [db, viewer] = [c.get('db'), c.get('viewer')];
  const place = await findBy(c.req.valid('param').shortId, (id) => findScreeningPlace(db, viewer, id));
  const found = place && (await findLiveScreening(c.env, place.videoId, place.id));
  if (!place || !found) throw new AppError('NOT_FOUND', 'There is no such screening.');
  return c.json({ videoId: place.videoId, ...found }, 200);
});

screeningRoutes.openapi(recap, async (c) => {
  const viewer = c.get('viewer');
  const place = await findBy(c.req.valid('param').shortId, (id) => findRecapPlace(c.get('db'), viewer, id));
  if (!place) throw new AppError('NOT_FOUND', 'There is no such screening.');
  // Written once and for good: only what has just ended has to be asked of the room.
  const left = place.recap ?? (await askRoom(c.env, place));
  // Of a crowd it names only those who came first; who came just before the end is perhaps not written yet.
  const wasThere = place.wasThere || left.attendees.some(({ userId }) => userId === viewer.userId);
  return c.json(recapFor(left, { wasThere, role: place.role }), 200);
});

async function askRoom(env: Env, place: { id: string; videoId: string }): Promise<Recap> {
  const live = await findLiveRecap(env, place.videoId, place.id);
  if (!live) throw new AppError('NOT_FOUND', 'There is no such screening.');
  if (!live.isEnded) throw new AppError('CONFLICT', 'This screening has not ended yet.');
  if (!live.recap) throw new AppError('NOT_FOUND', 'This screening has left no recap.');
  return live.recap;
}

/** What can be no short id at all is as absent as an unknown one. */
const findBy = async <Found>(shortId: string, find: (shortId: string) => Promise<Found | undefined>) =>
  ShortId.safeParse(shortId).success ? find(shortId) : undefined;
