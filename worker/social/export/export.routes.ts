import { createRoute } from '@hono/zod-openapi';
import { cleanRate } from '#protocol/frame-rate.ts';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { settleRoom } from '#worker/rooms/room-gateway.ts';
import type { CommentListQuery } from '../comment-input.ts';
import { getVideoAndComments, listComments } from '../comments.queries.ts';
import { EXPORT_CONTENT, ExportQuery } from './export-input.ts';
import { filenameFor } from './filename.ts';
import { writeExport } from './formats.ts';
import { rateNamed } from './frame-rate.ts';
import { among, foldReplies } from './threads.ts';

/** More is more than one answer of the database holds. */
const MOST_COMMENTS = 10_000;
const EVERY: CommentListQuery = { order: 'time', limit: MOST_COMMENTS };

const take = createRoute({
  method: 'get',
  path: '/api/videos/{id}/comments/export',
  tags: ['comments'],
  summary: 'Take the comments along as a file',
  description:
    'For spreadsheets, programs, players and editing programs. Answers stand with the comment they are to; in ' +
    'editing programs comments on one frame are one marker, blue while it is open and green when it is resolved, on a ' +
    'timeline that begins at 01:00:00:00, in drop-frame at 29.97 and 59.94. These take a frame rate: where the video’s ' +
    'is not known and `fps` is not given, the answer is a problem of the type `urn:lockstep:problem:fps-required`.',
  ...access('anyone', 'comments:read'),
  request: { params: VideoParam, query: ExportQuery },
  responses: {
    200: { description: 'The file.', content: EXPORT_CONTENT },
    ...refusals('NOT_FOUND', 'CONFLICT', 'TOO_LARGE'),
  },
});

export const commentExportRoutes = createRouter();

commentExportRoutes.openapi(take, async (c) => {
  const { format, filter, fps } = c.req.valid('query');
  const { video, comments } = await readComments(c, c.req.valid('param').id);
  const { frameRateNum: num, frameRateDen: den } = video;
  const known = num !== null && den !== null ? cleanRate({ num, den }) : null;
  const rate = known ?? (fps === undefined ? null : rateNamed(fps));
  const file = writeExport(format, { ...video, rate, threads: among(foldReplies(comments), filter) });
  if (!file) throw fpsRequired();
  c.header('content-disposition', filenameFor(video.title, file.ending));
  c.header('cache-control', 'private, no-cache');
  return c.body(file.text, 200, { 'content-type': `${file.contentType}; charset=utf-8` }) as never;
});

/** The video and everything said on it, what the room has taken in just now included. */
async function readComments(c: Context<AppEnv>, ref: string) {
  const { db, viewer } = c.var;
  const { video, list } = await getVideoAndComments(db, viewer, ref, EVERY);
  const { items, next } = (await settleRoom(c.env, video.id))
    ? await listComments(db, viewer, video.id, EVERY)
    : list;
  if (next !== null)
    throw new AppError(
      'TOO_LARGE',
      'There are more than 10,000 comments, which is more than one file holds.',
    );
  return { video, comments: items };
}

const fpsRequired = (): AppError =>
  new AppError('CONFLICT', 'Nobody knows this video’s frame rate. Say it, as `fps`.', {
    problem: 'fps-required',
    errors: [{ pointer: '/fps', detail: 'Frames per second.' }],
  });
