import { createRoute, z } from '@hono/zod-openapi';
import { Drawing } from '#protocol/drawing.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, isNotModified } from '#worker/http/entity-tag.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { settleRoom } from '#worker/rooms/room-gateway.ts';
import { CommentParam } from './comments.routes.ts';
import { findDrawing, getVideoAndDrawing } from './drawings.queries.ts';

const CommentDrawing = z.object({ strokes: Drawing }).openapi('CommentDrawing');

const show = createRoute({
  method: 'get',
  path: '/api/videos/{id}/comments/{commentId}/drawing',
  tags: ['comments'],
  summary: 'What was drawn with a comment',
  description: 'It never changes; of a deleted comment it is gone.',
  ...access('anyone', 'comments:read'),
  request: { params: CommentParam },
  responses: {
    200: {
      description: 'Strokes over the picture, in shares of its width and height.',
      content: { 'application/json': { schema: CommentDrawing } },
    },
    304: { description: 'You have it.' },
    ...refusals('NOT_FOUND'),
  },
});

export const drawingRoutes = createRouter();

drawingRoutes.openapi(show, async (c) => {
  const { db, viewer } = c.var;
  const { id: ref, commentId } = c.req.valid('param');
  const { video, drawing } = await getVideoAndDrawing(db, viewer, { ref, commentId });
  // It may just have been posted, or deleted.
  const isLate = await settleRoom(c.env, video.id);
  const strokes = isLate ? await findDrawing(db, viewer, { videoId: video.id, commentId }) : drawing;
  if (!strokes) throw new AppError('NOT_FOUND', 'There is no such comment here, or nothing drawn with it.');
  const tag = entityTag(commentId);
  c.header('etag', tag);
  // Asked each time, if only for a 304: it goes with its comment, and with the right to see the video.
  c.header('cache-control', 'private, no-cache');
  return isNotModified(c, tag) ? c.body(null, 304) : c.json({ strokes }, 200);
});
