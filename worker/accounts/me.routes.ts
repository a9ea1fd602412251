import { createRoute } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { Me, MeEdit, toMe } from './me.ts';
import { requireUser } from './viewer.ts';
import { passCookies, withAuth } from './with-auth.ts';

const content = { 'application/json': { schema: Me } };

const getMe = createRoute({
  method: 'get',
  path: '/api/me',
  tags: ['accounts'],
  summary: 'Who you are',
  ...access('anyone', 'account:read'),
  responses: { 200: { description: 'You, also when anonymous.', content }, ...refusals() },
});

const editMe = createRoute({
  method: 'patch',
  path: '/api/me',
  tags: ['accounts'],
  summary: 'Change your name',
  ...access('person', 'account:write'),
  request: { body: { required: true, content: { 'application/json': { schema: MeEdit } } } },
  responses: { 200: { description: 'You, renamed.', content }, ...refusals('UNAUTHENTICATED') },
});

export const meRoutes = createRouter();

meRoutes.openapi(getMe, (c) => {
  c.header('cache-control', 'no-store');
  return c.json(toMe(c.get('viewer')), 200);
});

meRoutes.openapi(editMe, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { name } = c.req.valid('json');
  await withAuth(c, async (auth) => {
    const { headers } = await auth.api.updateUser({
      body: { name },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    passCookies(c, headers);
  });
  return c.json(toMe({ ...viewer, name }), 200);
});
