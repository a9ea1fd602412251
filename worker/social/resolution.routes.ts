import { createRoute } from '@hono/zod-openapi';
import { CommentView } from '#protocol/comment.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { applyOp, newOpId } from '#worker/rooms/room-gateway.ts';
import { CommentResolution } from './comment-input.ts';
import { answerComment, requireCommentMatch } from './comment-version.ts';
import { CommentParam } from './comments.routes.ts';
import { getParticipant } from './participant.ts';

const set = createRoute({
  method: 'put',
  path: '/api/videos/{id}/comments/{commentId}/resolution',
  tags: ['comments'],
  summary: 'Settle a thread, or open it again',
  description: 'Of its first comment; by its author, or whoever may steer.',
  ...access('person', 'comments:write'),
  request: {
    params: CommentParam,
    body: jsonBody(CommentResolution),
  },
  responses: {
    200: {
      description: 'The comment as it is now.',
      content: { 'application/json': { schema: CommentView } },
    },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'STALE', 'UNAVAILABLE'),
  },
});

export const resolutionRoutes = createRouter();

/** Sets, not toggles. Whether they may is the room's to say: authors may whatever their role. */
resolutionRoutes.openapi(set, async (c) => {
  const { id: ref, commentId } = c.req.valid('param');
  const { videoId, identity } = await getParticipant(c, ref, 'video.view');
  await requireCommentMatch(c, { videoId, commentId });
  const op = { t: 'comment.resolve' as const, id: newOpId(), commentId, ...c.req.valid('json') };
  const result = await applyOp(c.env, videoId, op, identity);
  if (result.kind !== 'comment') throw new AppError('CONFLICT', 'This was something else before.');
  return answerComment(c, result.comment, 200);
});
