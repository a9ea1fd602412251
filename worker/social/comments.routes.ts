import { createRoute } from '@hono/zod-openapi';
import type { AckResult } from '#protocol/ack.ts';
import { CommentView } from '#protocol/comment.ts';
import { EntityId } from '#protocol/id.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { rateLimit } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { applyOp, newOpId, settleRoom } from '#worker/rooms/room-gateway.ts';
import { CommentChange, CommentDraft, CommentListQuery, CommentPage } from './comment-input.ts';
import { answerComment, requireCommentMatch } from './comment-version.ts';
import { getVideoAndComments, listComments } from './comments.queries.ts';
import { getParticipant } from './participant.ts';

const path = '/api/videos/{id}/comments';
const tags = ['comments'];
const content = { 'application/json': { schema: CommentView } };
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'UNAVAILABLE');
export const CommentParam = VideoParam.extend({
  commentId: EntityId.openapi({ param: { name: 'commentId', in: 'path' } }),
});

const listed = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The comments on a video',
  description:
    'A flat list, replies included: `parentId` makes the threads. A deleted comment that has replies keeps its ' +
    'place, without words.',
  ...access('anyone', 'comments:read'),
  request: { params: VideoParam, query: CommentListQuery },
  responses: {
    200: { description: 'A page of comments.', content: { 'application/json': { schema: CommentPage } } },
    ...refusals('NOT_FOUND'),
  },
});

const post = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Comment',
  ...access('person', 'comments:write'),
  request: {
    params: VideoParam,
    body: jsonBody(CommentDraft),
  },
  responses: { 201: { description: 'Kept; everyone in the room has it.', content }, ...failures },
});

const edit = createRoute({
  method: 'patch',
  path: `${path}/{commentId}`,
  tags,
  summary: 'Change your comment',
  ...access('person', 'comments:write'),
  request: {
    params: CommentParam,
    body: jsonBody(CommentChange),
  },
  responses: {
    200: { description: 'The comment as it is now.', content },
    ...failures,
    ...refusals('STALE'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: `${path}/{commentId}`,
  tags,
  summary: 'Delete a comment',
  description: 'Your own, or anybody’s on a video you manage.',
  ...access('person', 'comments:write'),
  request: { params: CommentParam },
  responses: { 204: { description: 'Gone.' }, ...failures },
});

export const commentRoutes = createRouter();
commentRoutes.on(
  ['POST', 'PATCH'],
  '/api/videos/:id/comments/*',
  rateLimit({ name: 'comments', burst: 60, perMinute: 60 }),
);

commentRoutes.openapi(listed, async (c) => {
  const { db, viewer } = c.var;
  const query = c.req.valid('query');
  const { video, list } = await getVideoAndComments(db, viewer, c.req.valid('param').id, query);
  // What the room has taken in and Postgres did not have yet belongs in the list.
  const page = (await settleRoom(c.env, video.id)) ? await listComments(db, viewer, video.id, query) : list;
  linkPages(c, page);
  c.header('cache-control', 'private, no-cache');
  return c.json(page, 200);
});

commentRoutes.openapi(post, async (c) => {
  const { videoId, identity } = await getParticipant(c, c.req.valid('param').id, 'comment.post');
  const { id = newOpId(), ...draft } = c.req.valid('json');
  const result = await applyOp(c.env, videoId, { t: 'comment.post', id, ...draft }, identity);
  return answerComment(c, commentOf(result), 201);
});

commentRoutes.openapi(edit, async (c) => {
  const { id: ref, commentId } = c.req.valid('param');
  const { videoId, identity } = await getParticipant(c, ref, 'comment.post');
  const change = c.req.valid('json');
  await requireCommentMatch(c, { videoId, commentId });
  const op = { t: 'comment.edit' as const, id: newOpId(), commentId, ...change };
  return answerComment(c, commentOf(await applyOp(c.env, videoId, op, identity)), 200);
});

commentRoutes.openapi(remove, async (c) => {
  const { id: ref, commentId } = c.req.valid('param');
  const { videoId, identity } = await getParticipant(c, ref, 'comment.post');
  await applyOp(c.env, videoId, { t: 'comment.delete', id: newOpId(), commentId }, identity);
  return c.body(null, 204);
});

/** The room answers a repeated id with what it made first, whatever that was. */
function commentOf(result: AckResult): CommentView {
  if (result.kind === 'comment') return result.comment;
  throw new AppError('CONFLICT', 'This id is taken by something else. Make a new one.');
}
