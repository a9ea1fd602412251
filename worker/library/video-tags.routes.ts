import { createRoute, z } from '@hono/zod-openapi';
import { can } from '#protocol/capability.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch, tagOfContent } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { Tag, toTagView, VideoTagsEdit } from './tag.ts';
import type { TagRow } from './tags.queries.ts';
import { selectTagsOf, setVideoTags } from './video-tags.queries.ts';
import { VideoParam } from './video-ref.ts';
import { getVideoWith } from './videos.queries.ts';

const path = '/api/videos/{id}/tags';
const tags = ['tags'];
const VideoTags = z.object({ items: z.array(Tag) }).openapi('VideoTags');
const content = { 'application/json': { schema: VideoTags } };

const show = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Tags of a video',
  description: 'Those of its organization are there for its members only.',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: { 200: { description: 'All, by name.', content }, ...refusals('NOT_FOUND') },
});

const set = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Set the tags of a video',
  description:
    'By id and by name; all others go. Those of the system stay. What is deactivated may stay, and is not set anew.',
  ...access('person', 'videos:write'),
  request: {
    params: VideoParam,
    body: jsonBody(VideoTagsEdit),
  },
  responses: {
    200: { description: 'All, by name.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

/** Which they are and how they read; how many other videos have them is no edit of this one. */
const tagOf = (rows: readonly TagRow[]): Promise<string> =>
  tagOfContent(rows.map(({ id, updatedAt }) => `${id} ${updatedAt.getTime()}`).join());

export const videoTagRoutes = createRouter();

videoTagRoutes.openapi(show, async (c) => {
  const { id } = c.req.valid('param');
  const { result } = await getVideoWith(c.get('db'), c.get('viewer'), id, selectTagsOf);
  c.header('etag', await tagOf(result));
  c.header('cache-control', 'private, no-cache');
  return c.json({ items: result.map(toTagView) }, 200);
});

videoTagRoutes.openapi(set, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { id } = c.req.valid('param');
  const { video, result } = await getVideoWith(c.get('db'), viewer, id, selectTagsOf);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators tag this video.');
  requireMatch(c, await tagOf(result));
  const rows = await setVideoTags(c.get('db'), viewer, video.id, c.req.valid('json'));
  c.header('etag', await tagOf(rows));
  return c.json({ items: rows.map(toTagView) }, 200);
});
