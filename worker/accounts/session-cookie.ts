import { z } from 'zod';
import type { Viewer } from './viewer.ts';

export const COOKIE_PREFIX = 'lockstep';

/** How long a signed cookie is believed without asking the database: a revoked session lives at most this long. */
export const CACHE_SECONDS = 300;

const SessionUser = z.object({
  id: z.uuid(),
  name: z.string(),
  accountType: z.enum(['guest', 'registered']),
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
  return cached ? viewerOfUser(cached.user) : undefined;
}

/** A user as better-auth hands it out, as the viewer of a request. */
export function viewerOfUser(user: unknown): Viewer | undefined {
  const parsed = SessionUser.safeParse(user);
  if (!parsed.success) return undefined;
  const { id, name, accountType } = parsed.data;
  return { kind: accountType, userId: id, name };
}
