import { createRoute, z } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { jsonAnswer, jsonBody } from '#worker/http/json-content.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { storedLine } from '#worker/http/stored-text.ts';
import { endSeats } from '#worker/rooms/end-seats.ts';
import { NextPath } from './account-input.ts';
import { limitAddress } from './attempts.ts';
import { faceOfProvider, parseProviders } from './oauth-providers.ts';
import { passCookies, withAuth } from './with-auth.ts';

const ProviderId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'There is no such provider.')
  .openapi({ example: 'github' });
const Face = z.object({ id: z.string(), name: z.string() }).openapi('SignInProvider');
const Leave = z.object({ providerId: ProviderId, next: NextPath.optional() }).openapi('SignInElsewhere');
const Returned = z.object({
  code: storedLine().max(2_000).optional(),
  state: storedLine().max(500).optional(),
  error: storedLine().max(200).optional(),
  error_description: storedLine().max(2_000).optional(),
  iss: storedLine().max(500).optional(),
});

const listProviders = createRoute({
  method: 'get',
  path: '/api/auth/providers',
  tags: ['accounts'],
  summary: 'Other sites one can sign in by',
  ...access('anyone', 'session'),
  responses: {
    200: jsonAnswer('Those set up here.', z.object({ items: z.array(Face) }).openapi('SignInProviders')),
    ...refusals(),
  },
});

const signInSocial = createRoute({
  method: 'post',
  path: '/api/auth/sign-in/social',
  tags: ['accounts'],
  summary: 'Sign in by another site',
  description: 'Answers the address to go to there. It leads back here, signed in, and on to `next`.',
  ...access('anyone', 'session'),
  request: { body: jsonBody(Leave) },
  responses: {
    200: jsonAnswer('Where to go.', z.object({ url: z.string() }).openapi('Elsewhere')),
    ...refusals('NOT_FOUND', 'UPSTREAM'),
  },
});

const callback = createRoute({
  method: 'get',
  path: '/api/auth/callback/{providerId}',
  tags: ['accounts'],
  summary: 'Where another site sends people back to',
  ...access('anyone', 'session'),
  request: {
    params: z.object({ providerId: ProviderId.openapi({ param: { name: 'providerId', in: 'path' } }) }),
    query: Returned,
  },
  responses: {
    302: { description: 'On to where one wanted to go, or to the sign-in page with `error`.' },
    ...refusals(),
  },
});

export const oauthRoutes = createRouter();
oauthRoutes.use('/api/auth/sign-in/social', limitAddress('sign-in'));
oauthRoutes.use('/api/auth/callback/*', limitAddress('sign-in'));

oauthRoutes.openapi(listProviders, (c) =>
  c.json({ items: parseProviders(c.env.OAUTH_PROVIDERS).map(faceOfProvider) }, 200),
);

oauthRoutes.openapi(signInSocial, async (c) => {
  const { providerId: provider, next = '/' } = c.req.valid('json');
  const providers = parseProviders(c.env.OAUTH_PROVIDERS);
  if (!providers.some(({ id }) => id === provider))
    throw new AppError('NOT_FOUND', 'Nobody can sign in by that site here.');
  const origin = publicOriginOf(c);
  const body = {
    provider,
    callbackURL: origin + next,
    errorCallbackURL: `${origin}/sign-in`,
    disableRedirect: true,
  };
  const { headers } = c.req.raw;
  const left = await withAuth(c, (auth) => auth.api.signInSocial({ body, headers, returnHeaders: true }), {
    providers,
  }).catch((cause: unknown) => {
    throw new AppError('UPSTREAM', 'That site does not answer. Try again, or sign in otherwise.', { cause });
  });
  const { url } = left.response;
  if (!url) throw new AppError('UPSTREAM', 'That site does not answer. Try again, or sign in otherwise.');
  passCookies(c, left.headers);
  return c.json({ url }, 200);
});

oauthRoutes.openapi(callback, async (c) => {
  const viewer = c.get('viewer');
  const answer = await withAuth(c, (auth) => auth.handler(c.req.raw), {
    guestId: viewer.kind === 'guest' ? viewer.userId : undefined,
    providers: parseProviders(c.env.OAUTH_PROVIDERS),
  });
  passCookies(c, answer.headers);
  // Their sessions as a guest end where they have become somebody.
  if (viewer.kind === 'guest') await endSeats(c, viewer.userId);
  const isRefused = answer.status >= 400;
  return c.redirect(isRefused ? '/sign-in?error=refused' : (answer.headers.get('location') ?? '/'), 302);
});
