import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { clientAddressOf, rateLimit, takeOne } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { toAuthError } from './auth-problem.ts';
import { PersonName } from './guest.ts';
import { passCookies, withAuth } from './with-auth.ts';

const Email = z.email('This is not an e-mail address.').max(254).openapi({ example: 'ada@example.com' });
const Password = z.string().min(8, 'A password has at least 8 characters.').max(128);
const SignUp = z.object({ name: PersonName, email: Email, password: Password }).openapi('SignUp');
const SignIn = z.object({ email: Email, password: z.string().min(1).max(128) }).openapi('SignIn');
const Signed = z
  .object({ user: z.object({ id: z.uuid(), name: z.string(), email: z.string() }) })
  .openapi('Signed');
const SignedOut = z.object({ success: z.boolean() }).openapi('SignedOut');

const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const signed = {
  200: {
    description: 'Signed in; the session is in the cookies.',
    content: { 'application/json': { schema: Signed } },
  },
};

const signUp = createRoute({
  method: 'post',
  path: '/api/auth/sign-up/email',
  tags: ['accounts'],
  summary: 'Make an account',
  ...access('anyone', 'session'),
  request: jsonBody(SignUp),
  responses: { ...signed, ...refusals('CONFLICT') },
});

const signIn = createRoute({
  method: 'post',
  path: '/api/auth/sign-in/email',
  tags: ['accounts'],
  summary: 'Sign in',
  ...access('anyone', 'session'),
  request: jsonBody(SignIn),
  responses: { ...signed, ...refusals('UNAUTHENTICATED') },
});

const signOut = createRoute({
  method: 'post',
  path: '/api/auth/sign-out',
  tags: ['accounts'],
  summary: 'Sign out',
  ...access('anyone', 'session'),
  responses: {
    200: {
      description: 'Signed out; the cookies are cleared.',
      content: { 'application/json': { schema: SignedOut } },
    },
    ...refusals(),
  },
});

/** Wide enough for an office behind one address; one account is guarded more closely. */
const ATTEMPTS = { name: 'sign-in', burst: 50, perMinute: 20 };
const ATTEMPTS_ON_ACCOUNT = { name: 'sign-in-account', burst: 10, perMinute: 2 };

export const authRoutes = createRouter();
authRoutes.use('/api/auth/sign-in/*', rateLimit(ATTEMPTS));
authRoutes.use('/api/auth/sign-up/*', rateLimit({ name: 'sign-up', burst: 20, perMinute: 5 }));

authRoutes.openapi(signUp, async (c) => {
  return c.json(await readAnswer(c, await handOver(c, c.req.valid('json')), Signed), 200);
});

authRoutes.openapi(signIn, async (c) => {
  const input = c.req.valid('json');
  // Counted by account too, so that many addresses cannot guess one password together.
  if (clientAddressOf(c) !== undefined) takeOne(c, ATTEMPTS_ON_ACCOUNT, input.email.toLowerCase());
  return c.json(await readAnswer(c, await handOver(c, input), Signed), 200);
});

authRoutes.openapi(signOut, async (c) => {
  return c.json(await readAnswer(c, await handOver(c, {}), SignedOut), 200);
});

/** The rest of the library's surface, as it documents itself. */
authRoutes.get('/api/auth/*', (c) => {
  requireStorable(c.req.url);
  return handOver(c);
});
authRoutes.post('/api/auth/*', async (c) => {
  const text = await c.req.text();
  const input = text === '' ? {} : await new Response(text).json().catch(() => undefined);
  if (typeof input !== 'object' || input === null)
    throw new AppError('INVALID', 'The body is no JSON object.');
  requireStorable(JSON.stringify(input));
  return handOver(c, input);
});

/** The library hands texts to Postgres unchecked: NUL and half surrogate pairs, escaped in JSON or in an address. */
function requireStorable(escaped: string): void {
  if (/%00|\\u0000|\\ud[89a-f]/i.test(escaped))
    throw new AppError('INVALID', 'It holds a character that cannot be stored.');
}

/** Lets better-auth answer; what it refuses becomes one of our own problems. */
async function handOver(c: Context<AppEnv>, input?: object): Promise<Response> {
  const { url, method, headers } = c.req.raw;
  const body = input && JSON.stringify(input);
  const request = body ? new Request(url, { method, headers: jsonHeaders(headers), body }) : c.req.raw;
  const answer = await withAuth(c, (auth) => auth.handler(request));
  if (answer.status >= 400) throw await toAuthError(answer);
  return answer;
}

/** What the library answered, as one of our own answers: its cookies, and of its body what `schema` names. */
async function readAnswer<T>(c: Context<AppEnv>, answer: Response, schema: z.ZodType<T>): Promise<T> {
  passCookies(c, answer.headers);
  return schema.parse(await answer.json());
}

function jsonHeaders(source: Headers): Headers {
  const headers = new Headers(source);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return headers;
}
