import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { authDatabaseOf } from './auth-database.ts';
import { readHeldLinks } from './held-links.ts';
import { inBackground } from './mailed-links.ts';
import { hasSessionCookie, viewerInCookies, viewerOfSession } from './session-cookie.ts';
import { touchSession } from './sessions.queries.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';
import { passCookies, withAuth } from './with-auth.ts';

/** Addresses that ask nobody who they are: they carry their own proof, or need none. */
const WITHOUT_VIEWER = /^\/(media\/|ws\/|clock$|healthz$|readyz$|version$|openapi\.json$|asyncapi\.json$)/;

/** Establishes who makes the request, mostly from the signed cookie alone, without a query. */
export const viewerMiddleware: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (WITHOUT_VIEWER.test(c.req.path)) c.set('viewer', ANONYMOUS);
  else {
    const [viewer, linkIds] = await Promise.all([findViewer(c), readHeldLinks(c)]);
    const requestId = c.get('requestId');
    c.set('viewer', { ...viewer, requestId, ...(linkIds.length > 0 && { linkIds }) });
  }
  await next();
};

async function findViewer(c: Context<AppEnv>): Promise<Viewer> {
  if (!hasSessionCookie(c.req.header('cookie'))) return ANONYMOUS;
  const { headers } = c.req.raw;
  const isSecure = publicOriginOf(c).startsWith('https:');
  const cached = await viewerInCookies(headers, { secret: c.env.AUTH_SECRET, isSecure });
  if (cached) return cached;
  return withAuth(c, async (auth) => {
    const session = await auth.api.getSession({ headers, returnHeaders: true });
    passCookies(c, session.headers);
    const viewer = viewerOfSession(session.response);
    if (!viewer || viewer.kind === 'anonymous') return ANONYMOUS;
    // The signed copy is made anew every few minutes: often enough to know when a session was last used.
    inBackground(c, () => touchSession(authDatabaseOf(c.env), viewer));
    return viewer;
  });
}
