import { createRoute, z } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { OpenedLink, OpenRequest } from './link.ts';
import { findLink, openLink } from './open-link.ts';

const open = createRoute({
  method: 'post',
  path: '/api/links/{token}',
  tags: ['rooms'],
  summary: 'Open a watch link',
  description:
    'Counts a use, and sets a cookie by which this browser may watch until the link expires or is taken back. ' +
    'NOT_FOUND says what became of a link that opens nothing any more, UNAUTHENTICATED that it asks who you are, and ' +
    'FORBIDDEN that it asks for its password.',
  ...access('anyone', 'session'),
  request: {
    params: z.object({ token: z.string().max(64) }),
    body: { required: false, content: { 'application/json': { schema: OpenRequest } } },
  },
  responses: {
    200: { description: 'Come in.', content: { 'application/json': { schema: OpenedLink } } },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const linkDoorRoutes = createRouter();

linkDoorRoutes.openapi(open, async (c) => {
  const found = await findLink(c, c.req.valid('param').token);
  const video = await openLink(c, found, c.req.valid('json')?.password ?? null);
  c.header('cache-control', 'no-store');
  return c.json(
    { videoId: video.id, shortId: video.shortId, role: video.role, url: `/v/${video.shortId}` },
    200,
  );
});
