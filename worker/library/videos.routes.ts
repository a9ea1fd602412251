import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { can } from '#protocol/capability.ts';
import { requireAccount, requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { endVideo, narrowVideo } from '#worker/rooms/end-rights.ts';
import { isNarrower } from './access.ts';
import { makeShortId } from './short-id.ts';
import { hideVideo, insertVideo, updateVideo } from './video-edit.queries.ts';
import { VideoDraft, VideoEdit } from './video-input.ts';
import { tagOfVideo } from './video-tag.ts';
import { VideoParam } from './video-ref.ts';
import { getVideo, type VideoRow } from './videos.queries.ts';
import { toVideoView, Video } from './view.ts';

const path = '/api/videos/{id}';
const tags = ['videos'];
const video = { 'application/json': { schema: Video } };

const create = createRoute({
  method: 'post',
  path: '/api/videos',
  tags,
  summary: 'Make a video that waits for its file',
  description:
    'Its title and sharing stand before the first byte is sent: upload the file to `/api/uploads` (tus 1.0) ' +
    'with the video’s id as `videoId` in Upload-Metadata. An upload without one makes its own video.',
  ...access('account', 'videos:write'),
  request: { body: jsonBody(VideoDraft) },
  responses: {
    200: { description: 'It was made before, by the same id.', content: video },
    201: { description: 'Made.', content: video },
    ...refusals('UNAUTHENTICATED', 'CONFLICT'),
  },
});

const show = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'A video',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: { 200: { description: 'The video.', content: video }, ...refusals('NOT_FOUND') },
});

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change a video',
  description: 'Only what is given changes. With If-Match only the version you have seen.',
  ...access('person', 'videos:write'),
  request: { params: VideoParam, body: jsonBody(VideoEdit) },
  responses: {
    200: { description: 'The video as it is now.', content: video },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete a video',
  ...access('person', 'videos:write'),
  request: { params: VideoParam },
  responses: {
    204: { description: 'Gone from every list and link; kept for 30 days.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

function requireEditor(row: VideoRow): void {
  if (!can(row.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators change this video.');
}

export const videoRoutes = createRouter();

videoRoutes.openapi(create, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const draft = c.req.valid('json');
  const made = await insertVideo(c.get('db'), viewer, {
    ...draft,
    id: draft.id ?? uuidv7(),
    shortId: makeShortId(),
  });
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another video. Make a new one.');
  c.header('location', `/api/videos/${made.row.shortId}`);
  c.header('etag', tagOfVideo(made.row));
  return c.json(await toVideoView(c.env, made.row, Date.now()), made.isNew ? 201 : 200);
});

videoRoutes.openapi(show, async (c) => {
  const row = await getVideo(c.get('db'), c.get('viewer'), c.req.valid('param').id);
  c.header('etag', tagOfVideo(row));
  c.header('cache-control', 'private, no-cache');
  return c.json(await toVideoView(c.env, row, Date.now()), 200);
});

videoRoutes.openapi(edit, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  requireEditor(row);
  requireMatch(c, tagOfVideo(row));
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : row.updatedAt;
  const changed = await updateVideo(c.get('db'), viewer, {
    id: row.id,
    edit: c.req.valid('json'),
    ifUpdatedAt,
  });
  if (isNarrower(row.visibility, changed.visibility)) await narrowVideo(c, changed);
  c.header('etag', tagOfVideo(changed));
  return c.json(await toVideoView(c.env, changed, Date.now()), 200);
});

videoRoutes.openapi(remove, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  requireEditor(row);
  requireMatch(c, tagOfVideo(row));
  const hidden = await hideVideo(c.get('db'), viewer, row.id);
  // Otherwise somebody was faster, who tells the room.
  if (hidden) await endVideo(c, row, hidden.hiddenAt);
  return c.body(null, 204);
});
