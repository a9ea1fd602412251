import type { Context } from 'hono';
import { deleteCookie } from 'hono/cookie';
import type { AppEnv } from '#worker/context.ts';
import { sqlStateOf } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { COOKIE_PREFIX } from './session-cookie.ts';

/** What app.require_session raises. */
const ENDED = 'LS401';

/** Whether this failed since the session the request came by has ended: the signed copy in its cookie lived on. */
export const isEndedSession = (error: unknown): boolean =>
  sqlStateOf(error instanceof AppError ? error.cause : error) === ENDED;

/**
 * Takes the cookies of an ended session out of the browser. A page is then loaded again, as anybody sees it; any other
 * request is refused by whoever asked, and works without session when repeated.
 */
export function leaveEndedSession(error: unknown, c: Context<AppEnv>): Response | undefined {
  if (!isEndedSession(error)) return undefined;
  forgetSession(c);
  const isPage = c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html');
  if (!isPage || c.req.path.startsWith('/api/')) return undefined;
  const { pathname, search } = new URL(c.req.url);
  c.header('cache-control', 'no-store');
  // Two slashes would begin the name of another site.
  return c.redirect(pathname.replace(/^\/+/, '/') + search, 302);
}

export function forgetSession(c: Context<AppEnv>): void {
  forget(c, 'session_token');
  forget(c, 'session_data');
}

/** The signed copy tells what has changed since: it is made anew by the next request. */
export const forgetSignedCopy = (c: Context<AppEnv>): void => forget(c, 'session_data');

function forget(c: Context<AppEnv>, name: string): void {
  const secure = publicOriginOf(c).startsWith('https:');
  deleteCookie(c, `${secure ? '__Secure-' : ''}${COOKIE_PREFIX}.${name}`, { path: '/', secure });
}
