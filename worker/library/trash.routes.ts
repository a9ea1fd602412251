import { createRoute, z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { requireAccount } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { purgeVideo } from './purge-videos.ts';
import { discardVideo, listTrash, restoreVideo, type TrashedVideo } from './trash.queries.ts';
import { VideoParam } from './video-ref.ts';
import { toVideoView, Video } from './view.ts';

const tags = ['videos'];

const Trashed = z
  .object({
    id: z.uuid(),
    shortId: z.string(),
    title: z.string(),
    organizationId: z.uuid(),
    authorId: z.uuid().nullable(),
    fileSizeBytes: z.int().nullable(),
    durationSeconds: z.number().nullable(),
    deletedAt: z.iso.datetime(),
    purgedAt: z.iso.datetime().openapi({ description: 'Until then it can be brought back.' }),
  })
  .openapi('TrashedVideo');

const list = createRoute({
  method: 'get',
  path: '/api/trash',
  tags,
  summary: 'Deleted videos that can be brought back',
  description: 'Yours, and those of organizations you administer, the last deleted first. Kept for 30 days.',
  ...access('account', 'videos:read'),
  request: { query: PageQuery },
  responses: {
    200: { description: 'A page of them.', content: { 'application/json': { schema: pageOf(Trashed) } } },
    ...refusals('UNAUTHENTICATED'),
  },
});

const restore = createRoute({
  method: 'post',
  path: '/api/trash/{id}/restoration',
  tags,
  summary: 'Bring a deleted video back',
  description: 'With its comments, chapters and links, as it was.',
  ...access('account', 'videos:write'),
  request: { params: VideoParam },
  responses: {
    200: { description: 'It is back.', content: { 'application/json': { schema: Video } } },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const discard = createRoute({
  method: 'delete',
  path: '/api/trash/{id}',
  tags,
  summary: 'Delete a video for good',
  description: 'At once, and never to come back: its file, comments and all.',
  ...access('account', 'videos:write'),
  request: { params: VideoParam },
  responses: { 204: { description: 'Gone.' }, ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'UNAVAILABLE') },
});

const toView = ({ deletedAt, purgedAt, ...video }: TrashedVideo): z.infer<typeof Trashed> => ({
  ...video,
  deletedAt: deletedAt.toISOString(),
  purgedAt: purgedAt.toISOString(),
});

const notInTrash = (): AppError => new AppError('NOT_FOUND', 'There is no such video in your trash.');

/** In the trash a video is called by its id. */
function parseId(text: string): string {
  if (!EntityId.safeParse(text).success) throw notInTrash();
  return text;
}

export const trashRoutes = createRouter();

trashRoutes.openapi(list, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const page = await listTrash(c.get('db'), viewer, c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toView) }, 200);
});

trashRoutes.openapi(restore, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const row = await restoreVideo(c.get('db'), viewer, parseId(c.req.valid('param').id));
  if (!row) throw notInTrash();
  return c.json(await toVideoView(c.env, row, Date.now()), 200);
});

trashRoutes.openapi(discard, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const id = parseId(c.req.valid('param').id);
  const shortId = await discardVideo(c.get('db'), viewer, id);
  if (shortId === undefined) throw notInTrash();
  await purgeVideo(c.env, c.get('db'), { id, shortId });
  return c.body(null, 204);
});
