import { createRoute, z } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { Id } from '#protocol/id.ts';
import { can } from '#protocol/capability.ts';
import { requireAccount } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { makeShortId } from './short-id.ts';
import { Title } from './video-input.ts';
import { VideoParam } from './video-ref.ts';
import { getVideo } from './videos.queries.ts';
import { insertVersion, listVersions } from './versions.queries.ts';
import { toVideoView, Video } from './view.ts';

const path = '/api/videos/{id}/versions';
const tags = ['videos'];

const VersionDraft = z
  .object({
    id: Id.optional().openapi({
      description: 'Made by you; sending the same again answers the same version.',
    }),
    title: Title.nullish().openapi({ description: 'As the version before, if not given.' }),
  })
  .openapi('VersionDraft', { example: { title: 'Second cut' } });

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Versions of a video',
  description: 'All of its stack that you may see, the newest first. Lists show the newest of a stack only.',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: {
    200: {
      description: 'The stack.',
      content: { 'application/json': { schema: z.object({ items: z.array(Video) }) } },
    },
    ...refusals('NOT_FOUND'),
  },
});

const add = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Add a version',
  description:
    'A video of its own that waits for its file, shared and grouped as the one it replaces; upload the file with its ' +
    'id as `videoId`. Comments stay with the version they were made on.',
  ...access('account', 'videos:write'),
  request: {
    params: VideoParam,
    body: { required: false, content: { 'application/json': { schema: VersionDraft } } },
  },
  responses: {
    200: { description: 'It was made before.', content: { 'application/json': { schema: Video } } },
    201: { description: 'Made.', content: { 'application/json': { schema: Video } } },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
  },
});

export const versionRoutes = createRouter();

versionRoutes.openapi(list, async (c) => {
  const rows = await listVersions(c.get('db'), c.get('viewer'), c.req.valid('param').id);
  const items = await Promise.all(rows.map((row) => toVideoView(c.env, row, Date.now())));
  return c.json({ items }, 200);
});

versionRoutes.openapi(add, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const draft = c.req.valid('json') ?? {};
  const video = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators add versions.');
  const made = await insertVersion(c.get('db'), viewer, video, {
    id: draft.id ?? uuidv7(),
    shortId: makeShortId(),
    title: draft.title ?? null,
  });
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another video. Make a new one.');
  c.header('location', `/api/videos/${made.row.shortId}`);
  return c.json(await toVideoView(c.env, made.row, Date.now()), made.isNew ? 201 : 200);
});
