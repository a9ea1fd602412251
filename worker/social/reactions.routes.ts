import { createRoute } from '@hono/zod-openapi';
import { ReactionCount } from '#protocol/reaction.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { rateLimit } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { applyOp, newOpId, settleRoom } from '#worker/rooms/room-gateway.ts';
import { getParticipant } from './participant.ts';
import { Heat, HeatQuery, ReactionDraft } from './reaction-input.ts';
import { countReactions, getVideoAndReactions } from './reactions.queries.ts';

const path = '/api/videos/{id}/reactions';
const tags = ['reactions'];

const count = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'How a video was reacted to, along its length',
  ...access('anyone', 'comments:read'),
  request: { params: VideoParam, query: HeatQuery },
  responses: {
    200: { description: 'Counts by part and emoji.', content: { 'application/json': { schema: Heat } } },
    ...refusals('NOT_FOUND'),
  },
});

const post = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'React to a moment',
  ...access('person', 'comments:write'),
  request: {
    params: VideoParam,
    body: jsonBody(ReactionDraft),
  },
  responses: {
    201: {
      description: 'Counted; how often it was sent in that second, in all.',
      content: { 'application/json': { schema: ReactionCount } },
    },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'),
  },
});

export const reactionRoutes = createRouter();
reactionRoutes.on(
  'POST',
  '/api/videos/:id/reactions',
  rateLimit({ name: 'reactions', burst: 120, perMinute: 120 }),
);

reactionRoutes.openapi(count, async (c) => {
  const { db, viewer } = c.var;
  const { buckets } = c.req.valid('query');
  const { video, heat } = await getVideoAndReactions(db, viewer, c.req.valid('param').id, buckets);
  // What the room has counted and Postgres did not know of yet belongs in it.
  const isLate = await settleRoom(c.env, video.id);
  const { id: videoId, durationSeconds } = video;
  c.header('cache-control', 'private, no-cache');
  if (heat && !isLate) return c.json(heat, 200);
  return c.json(await countReactions(db, viewer, { videoId, durationSeconds, buckets }), 200);
});

reactionRoutes.openapi(post, async (c) => {
  const { videoId, identity } = await getParticipant(c, c.req.valid('param').id, 'reaction.post');
  const { id = newOpId(), ...draft } = c.req.valid('json');
  const result = await applyOp(c.env, videoId, { t: 'reaction.post', id, ...draft }, identity);
  if (result.kind !== 'reaction')
    throw new AppError('CONFLICT', 'This id is taken by something else. Make a new one.');
  return c.json(result.reaction, 201);
});
