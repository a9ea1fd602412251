import { createRoute, z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { can } from '#protocol/capability.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch, tagOfContent } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import {
  listCategories,
  selectCategoriesOf,
  setVideoCategories,
  type CategoryRow,
} from './categories.queries.ts';
import { VideoParam } from './video-ref.ts';
import { getVideoWith } from './videos.queries.ts';

const Category = z
  .object({ id: EntityId, name: z.string(), description: z.string().nullable() })
  .openapi('Category');
const Categories = z.object({ items: z.array(Category) }).openapi('Categories');
const content = { 'application/json': { schema: Categories } };

const VideoCategoriesEdit = z
  .object({
    categoryIds: z.array(EntityId).max(20),
  })
  .openapi('VideoCategoriesEdit', { example: { categoryIds: [] } });

const list = createRoute({
  method: 'get',
  path: '/api/categories',
  tags: ['tags'],
  summary: 'Categories, the same for everybody',
  ...access('anyone', 'videos:read'),
  responses: { 200: { description: 'All, by name.', content }, ...refusals() },
});

const showOfVideo = createRoute({
  method: 'get',
  path: '/api/videos/{id}/categories',
  tags: ['tags'],
  summary: 'Categories of a video',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: { 200: { description: 'All, by name.', content }, ...refusals('NOT_FOUND') },
});

const setOfVideo = createRoute({
  method: 'put',
  path: '/api/videos/{id}/categories',
  tags: ['tags'],
  summary: 'Set the categories of a video',
  description: 'All others go.',
  ...access('person', 'videos:write'),
  request: {
    params: VideoParam,
    body: jsonBody(VideoCategoriesEdit),
  },
  responses: {
    200: { description: 'All, by name.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

const tagOf = (rows: readonly CategoryRow[]): Promise<string> =>
  tagOfContent(rows.map(({ id }) => id).join());

export const categoryRoutes = createRouter();

categoryRoutes.openapi(list, async (c) =>
  c.json({ items: await listCategories(c.get('db'), c.get('viewer')) }, 200),
);

categoryRoutes.openapi(showOfVideo, async (c) => {
  const { id } = c.req.valid('param');
  const { result } = await getVideoWith(c.get('db'), c.get('viewer'), id, selectCategoriesOf);
  c.header('etag', await tagOf(result));
  c.header('cache-control', 'private, no-cache');
  return c.json({ items: result }, 200);
});

categoryRoutes.openapi(setOfVideo, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { id } = c.req.valid('param');
  const { video, result } = await getVideoWith(c.get('db'), viewer, id, selectCategoriesOf);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators put this video into categories.');
  requireMatch(c, await tagOf(result));
  const { categoryIds } = c.req.valid('json');
  const items = await setVideoCategories(c.get('db'), viewer, video.id, categoryIds);
  c.header('etag', await tagOf(items));
  return c.json({ items }, 200);
});
