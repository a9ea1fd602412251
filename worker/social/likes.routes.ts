import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { applyOp, newOpId, settleRoom } from '#worker/rooms/room-gateway.ts';
import { LikeAnswer } from './comment-input.ts';
import { CommentParam } from './comments.routes.ts';
import { getParticipant } from './participant.ts';

const shape = {
  tags: ['likes'],
  ...access('person', 'comments:write'),
  responses: {
    200: { description: 'How it stands now.', content: { 'application/json': { schema: LikeAnswer } } },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'UNAVAILABLE'),
  },
};
const video = { ...shape, path: '/api/videos/{id}/like', request: { params: VideoParam } };
const comment = {
  ...shape,
  path: '/api/videos/{id}/comments/{commentId}/like',
  request: { params: CommentParam },
};

const likeVideo = createRoute({ ...video, method: 'put', summary: 'Like a video' });
const unlikeVideo = createRoute({ ...video, method: 'delete', summary: 'Take back the like of a video' });
const likeComment = createRoute({ ...comment, method: 'put', summary: 'Like a comment' });
const unlikeComment = createRoute({
  ...comment,
  method: 'delete',
  summary: 'Take back the like of a comment',
});

export const likeRoutes = createRouter();

likeRoutes.openapi(likeVideo, async (c) => c.json(await setLike(c, c.req.valid('param'), true), 200));
likeRoutes.openapi(unlikeVideo, async (c) => c.json(await setLike(c, c.req.valid('param'), false), 200));
likeRoutes.openapi(likeComment, async (c) => c.json(await setLike(c, c.req.valid('param'), true), 200));
likeRoutes.openapi(unlikeComment, async (c) => c.json(await setLike(c, c.req.valid('param'), false), 200));

/** Sets, not toggles: saying the same twice changes nothing. */
async function setLike(
  c: Context<AppEnv>,
  { id: ref, commentId = null }: { id: string; commentId?: string | null },
  isLiked: boolean,
) {
  const { videoId, identity } = await getParticipant(c, ref, 'like.set');
  const op = { t: 'like.set' as const, id: newOpId(), commentId, isLiked };
  const result = await applyOp(c.env, videoId, op, identity);
  if (result.kind !== 'like') throw new AppError('CONFLICT', 'This was something else before.');
  // The video’s own page is read without asking the room: let it have the count.
  await settleRoom(c.env, videoId);
  return { likeCount: result.like.likeCount, isLikedByYou: result.isLiked };
}
