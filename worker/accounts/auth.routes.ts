import { createRoute, z } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { jsonAnswer, jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { endSeats } from '#worker/rooms/end-seats.ts';
import { Signed, SignIn } from './account-input.ts';
import { countAttempt, limitAddress, SIGN_INS } from './attempts.ts';
import { handOver } from './hand-over.ts';

const SignedOut = z.object({ success: z.boolean() }).openapi('SignedOut');

const signIn = createRoute({
  method: 'post',
  path: '/api/auth/sign-in/email',
  tags: ['accounts'],
  summary: 'Sign in',
  ...access('anyone', 'session'),
  request: { body: jsonBody(SignIn) },
  responses: {
    200: jsonAnswer('Signed in; the session is in the cookies.', Signed),
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN'),
  },
});

const signOut = createRoute({
  method: 'post',
  path: '/api/auth/sign-out',
  tags: ['accounts'],
  summary: 'Sign out',
  ...access('anyone', 'session'),
  responses: { 200: jsonAnswer('Signed out; the cookies are cleared.', SignedOut), ...refusals() },
});

export const authRoutes = createRouter();
authRoutes.use('/api/auth/sign-in/email', limitAddress('sign-in'));

authRoutes.openapi(signIn, async (c) => {
  const input = c.req.valid('json');
  countAttempt(c, SIGN_INS, input.email);
  return c.json(await handOver(c, input, Signed), 200);
});

authRoutes.openapi(signOut, async (c) => {
  const signedOut = await handOver(c, {}, SignedOut);
  const { userId } = c.get('viewer');
  if (userId !== null) await endSeats(c, userId);
  return c.json(signedOut, 200);
});
