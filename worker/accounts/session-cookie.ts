import { z } from 'zod';
import type { Viewer } from './viewer.ts';

export const COOKIE_PREFIX = 'lockstep';

/** How long a signed cookie is believed without asking the database: a revoked session lives at most this long. */
export const CACHE_SECONDS = 300;

const Session = z.object({
  session: z.object({ id: z.uuid() }),
  user: z.object({ id: z.uuid(), name: z.string(), accountType: z.enum(['guest', 'registered']) }),
});

export const hasSessionCookie = (cookies: string | undefined): cookies is string =>
  cookies?.includes(`${COOKIE_PREFIX}.session_token=`) ?? false;

/** Who the signed copy of the session in the cookies says it is; undefined when it is missing, old or forged. */
export async function viewerInCookies(
  headers: Headers,
  { secret, isSecure }: { secret: string; isSecure: boolean },
): Promise<Viewer | undefined> {
  const { getCookieCache } = await import('better-auth/cookies');
  const cached = await getCookieCache(headers, { secret, isSecure, cookiePrefix: COOKIE_PREFIX }).catch(
    () => null,
  );
  return cached ? viewerOfSession(cached) : undefined;
}

/** A session as better-auth hands it out, as the viewer of a request. */
export function viewerOfSession(given: unknown): Viewer | undefined {
  const parsed = Session.safeParse(given);
  if (!parsed.success) return undefined;
  const { user, session } = parsed.data;
  return { kind: user.accountType, userId: user.id, name: user.name, sessionId: session.id };
}
