import { createRoute, z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { can } from '#protocol/role.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { listCategories, setVideoCategories } from './categories.queries.ts';
import { VideoParam } from './video-ref.ts';
import { getVideo } from './videos.queries.ts';

const Category = z
  .object({ id: EntityId, name: z.string(), description: z.string().nullable() })
  .openapi('Category');
const Categories = z.object({ items: z.array(Category) }).openapi('Categories');
const content = { 'application/json': { schema: Categories } };

const VideoCategoriesEdit = z
  .object({
    categoryIds: z.array(EntityId).max(20).openapi({ maxItems: 20, example: [] }),
  })
  .openapi('VideoCategoriesEdit');

const list = createRoute({
  method: 'get',
  path: '/api/categories',
  tags: ['tags'],
  summary: 'Categories, the same for everybody',
  ...access('anyone', 'videos:read'),
  responses: { 200: { description: 'All, by name.', content }, ...refusals() },
});

const setOfVideo = createRoute({
  method: 'put',
  path: '/api/videos/{id}/categories',
  tags: ['tags'],
  summary: 'Set the categories of a video',
  ...access('person', 'videos:write'),
  request: {
    params: VideoParam,
    body: { required: true, content: { 'application/json': { schema: VideoCategoriesEdit } } },
  },
  responses: {
    200: { description: 'All, by name.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const categoryRoutes = createRouter();

categoryRoutes.openapi(list, async (c) =>
  c.json({ items: await listCategories(c.get('db'), c.get('viewer')) }, 200),
);

categoryRoutes.openapi(setOfVideo, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const video = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators put this video into categories.');
  const { categoryIds } = c.req.valid('json');
  return c.json({ items: await setVideoCategories(c.get('db'), viewer, video.id, categoryIds) }, 200);
});
