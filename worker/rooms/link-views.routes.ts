import { createRoute, z } from '@hono/zod-openapi';
import { requireUser } from '#worker/accounts/viewer.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { access } from '#worker/http/access.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { forgetLinkViews, listLinkViews, type LinkViewRow } from './link-views.queries.ts';
import { askedLink, LinkParam, noSuchLink, requireManager } from './managed-link.ts';

const KEPT_DAYS = 90;

const Opening = z
  .object({
    id: z.uuid(),
    openedAt: z.iso.datetime(),
    viewer: z
      .object({ id: z.uuid(), name: z.string(), isGuest: z.boolean() })
      .nullable()
      .openapi({ description: 'Null for who gave no name, and for an account that is gone.' }),
    userAgent: z.string().nullable(),
  })
  .openapi('WatchLinkOpening');

const list = createRoute({
  method: 'get',
  path: '/api/videos/{id}/links/{linkId}/views',
  tags: ['rooms'],
  summary: 'Who has opened a watch link',
  description: `Each browser once, the last first; kept for ${KEPT_DAYS} days.`,
  ...access('person', 'links:read'),
  request: { params: LinkParam, query: PageQuery },
  responses: {
    200: { description: 'A page of them.', content: { 'application/json': { schema: pageOf(Opening) } } },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const linkViewRoutes = createRouter();

linkViewRoutes.openapi(list, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const asked = askedLink(c.req.valid('param'));
  const { video, page } = await listLinkViews(c.get('db'), viewer, asked, c.req.valid('query'));
  requireManager(video);
  if (!page) throw noSuchLink();
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toOpening) }, 200);
});

const toOpening = ({ id, createdAt, userAgent, userId, name, accountType }: LinkViewRow) => ({
  id,
  openedAt: createdAt.toISOString(),
  viewer: userId && name !== null ? { id: userId, name, isGuest: accountType === 'guest' } : null,
  userAgent,
});

/** The hourly one: what is older than is kept. */
export const expireLinkViews = async (env: Env, now: Date): Promise<{ forgotten: number }> => ({
  forgotten: await forgetLinkViews(
    createDatabase(env.DATABASE_URL),
    new Date(now.getTime() - KEPT_DAYS * 86_400_000),
  ),
});
