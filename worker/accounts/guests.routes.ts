import { createRoute } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { GuestInput } from './guest.ts';
import { makeGuest } from './make-guest.ts';
import { Me, toMe } from './me.ts';

const createGuest = createRoute({
  method: 'post',
  path: '/api/guests',
  tags: ['accounts'],
  summary: 'Come in with a name only',
  description:
    'Makes a guest and signs it in. A guest may comment, like and take part in screenings. ' +
    'Somebody who is a guest already keeps their identity: change the name with `PATCH /api/me`.',
  ...access('anyone', 'session'),
  request: { body: jsonBody(GuestInput) },
  responses: {
    201: { description: 'The guest you are now.', content: { 'application/json': { schema: Me } } },
    ...refusals('CONFLICT'),
  },
});

export const guestRoutes = createRouter();

guestRoutes.openapi(createGuest, async (c) => {
  const viewer = c.get('viewer');
  if (viewer.kind !== 'anonymous')
    throw new AppError('CONFLICT', `You are here already, as ${viewer.name}. PATCH /api/me renames you.`);
  const guest = await makeGuest(c, c.req.valid('json'));
  return c.json(toMe({ kind: 'guest', userId: guest.id, name: guest.name }), 201);
});
