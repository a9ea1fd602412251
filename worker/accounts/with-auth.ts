import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import type { AuthConfig, openAuth } from './auth.ts';

export type Auth = ReturnType<typeof openAuth>['auth'];

/**
 * Lends better-auth for one piece of work. It is loaded when first needed and its connection is closed behind
 * the answer, so requests that do not sign in or out pay for neither.
 */
export async function withAuth<T>(
  c: Context<AppEnv>,
  work: (auth: Auth) => Promise<T>,
  more: Pick<AuthConfig, 'guestId' | 'providers'> = {},
): Promise<T> {
  const { openAuth } = await import('./auth.ts');
  const { auth, close } = openAuth({
    databaseUrl: c.env.AUTH_DATABASE_URL,
    secret: c.env.AUTH_SECRET,
    publicOrigin: publicOriginOf(c),
    requestId: c.get('requestId'),
    ...more,
  });
  try {
    return await work(auth);
  } finally {
    c.executionCtx.waitUntil(close());
  }
}

/** Hands the cookies the library has set on to our own answer. */
export function passCookies(c: Context<AppEnv>, headers: Headers | null | undefined): void {
  for (const cookie of headers?.getSetCookie() ?? []) c.header('set-cookie', cookie, { append: true });
}
