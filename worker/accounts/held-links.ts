import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { EntityId } from '#protocol/id.ts';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';

const COOKIE = 'lockstep.links';
/** Beyond this the oldest is forgotten: its link can be opened again. */
const MOST_LINKS = 20;
const DAY_SECONDS = 86_400;

/** What else the secret signs has a purpose of its own. */
const keyOf = ({ TICKET_SECRET }: { TICKET_SECRET: string }): string => `${TICKET_SECRET}\nwatch links`;

/**
 * Watch links this browser has opened, newest first: a signed cookie, so that a password is asked for once. That a link
 * was opened is all it says; what it is still good for the database says each time.
 */
export async function readHeldLinks(c: Context<AppEnv>): Promise<string[]> {
  if (!c.req.header('cookie')?.includes(`${COOKIE}=`)) return [];
  const value = await getSignedCookie(c, keyOf(c.env), COOKIE);
  return (value || '').split('.').filter((id) => EntityId.safeParse(id).success);
}

/** Adds an opened link to the cookie. */
export async function holdLink(c: Context<AppEnv>, linkId: string): Promise<void> {
  const others = (c.get('viewer').linkIds ?? []).filter((id) => id !== linkId);
  const held = [linkId, ...others].slice(0, MOST_LINKS);
  await setSignedCookie(c, COOKIE, held.join('.'), keyOf(c.env), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicOriginOf(c).startsWith('https:'),
    maxAge: 30 * DAY_SECONDS,
  });
}
