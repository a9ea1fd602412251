import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { makeSecret, sha256Hex } from './secret-token.ts';

const COOKIE = 'lockstep.sign_up';
const DAY_SECONDS = 86_400;

/**
 * Marks the browser that signs up, and answers with the mark's hash. Who signs up with somebody else's address knows the
 * password, but not the mail; who opens the mail must show to be the one who chose the password: by this mark, or by it.
 */
export async function markBrowser(c: Context<AppEnv>): Promise<string> {
  const mark = getCookie(c, COOKIE) ?? makeSecret();
  setCookie(c, COOKIE, mark, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicOriginOf(c).startsWith('https:'),
    maxAge: DAY_SECONDS,
  });
  return sha256Hex(mark);
}

export async function isMarkedBrowser(c: Context<AppEnv>, browserHash: string): Promise<boolean> {
  const mark = getCookie(c, COOKIE);
  return mark !== undefined && (await sha256Hex(mark)) === browserHash;
}

export const unmarkBrowser = (c: Context<AppEnv>): void => {
  deleteCookie(c, COOKIE, { path: '/' });
};
