import { createRoute } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { rateLimit } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { GuestInput } from './guest.ts';
import { Me, toMe } from './me.ts';
import { passCookies, withAuth } from './with-auth.ts';

const createGuest = createRoute({
  method: 'post',
  path: '/api/guests',
  tags: ['accounts'],
  summary: 'Come in with a name only',
  description:
    'Makes a guest and signs it in. A guest may comment, like and take part in screenings. ' +
    'Somebody who is a guest already keeps their identity: change the name with `PATCH /api/me`.',
  ...access('anyone', 'session'),
  request: { body: { required: true, content: { 'application/json': { schema: GuestInput } } } },
  responses: {
    201: { description: 'The guest you are now.', content: { 'application/json': { schema: Me } } },
    ...refusals('CONFLICT'),
  },
});

/** A class or an office comes in at once, from one address. */
const ARRIVALS = { name: 'guests', burst: 200, perMinute: 60 };

export const guestRoutes = createRouter();
guestRoutes.use('/api/guests', rateLimit(ARRIVALS));

guestRoutes.openapi(createGuest, async (c) => {
  const viewer = c.get('viewer');
  if (viewer.kind !== 'anonymous')
    throw new AppError('CONFLICT', `You are here already, as ${viewer.name}. PATCH /api/me renames you.`);
  const guest = await withAuth(c, async (auth) => {
    const made = await auth.api.createGuest({
      body: c.req.valid('json'),
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    passCookies(c, made.headers);
    return made.response;
  });
  return c.json(toMe({ kind: 'guest', userId: guest.id, name: guest.name }), 201);
});
