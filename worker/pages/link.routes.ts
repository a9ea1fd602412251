import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { GuestInput } from '#worker/accounts/guest.ts';
import { makeGuest } from '#worker/accounts/make-guest.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { apiBodyLimit } from '#worker/http/body-limit.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { createRouter } from '#worker/http/router.ts';
import { isLinkToken } from '#worker/rooms/link-token.ts';
import { findLink, openLink, type FoundLink } from '#worker/rooms/open-link.ts';
import { assetsOf } from './assets.ts';
import { renderLinkDoor, renderLinkGone } from './link-page.tsx';

type Page = Context<AppEnv>;

/** `/w/{token}`: the page a watch link opens, which leads on to the video's. */
export const linkPageRoutes = createRouter();
linkPageRoutes.use('/w/:token', apiBodyLimit);

/** Where signing in leads back to: the token stands in a cookie of ours meanwhile, and in no other address. */
const BACK = '/w/back';
const COOKIE = 'lockstep.door';
const SIGN_IN_SECONDS = 3600;

linkPageRoutes.get(BACK, async (c) => {
  const token = (await getSignedCookie(c, keyOf(c), COOKIE)) || '';
  return c.redirect(isLinkToken(token) ? `/w/${token}` : '/', 303);
});

linkPageRoutes.get('/w/:token', async (c) => {
  const found = await find(c);
  if (found instanceof AppError) return gone(c, found);
  const { link, isHeld, asks } = found;
  // Programs that only look at an address must not use it up: what is counted is asked for.
  const isPlain = link.passwordHash === null && link.maxUses === null;
  return asks || !(isHeld || isPlain) ? door(c, found, null) : enter(c, found, null);
});

linkPageRoutes.post('/w/:token', async (c) => {
  const found = await find(c);
  if (found instanceof AppError) return gone(c, found);
  const { password, name } = await c.req.parseBody().catch(() => ({ password: '', name: '' }));
  if (found.asks === 'name' && typeof name === 'string') return introduce(c, found, name);
  return enter(c, found, typeof password === 'string' ? password : '');
});

/** Who has said their name comes to the same door again, as a guest. */
async function introduce(c: Page, found: FoundLink, name: string): Promise<Response> {
  const input = GuestInput.safeParse({ name });
  if (!input.success)
    return door(c, found, new AppError('INVALID', input.error.issues[0]?.message ?? 'Tell your name.'));
  await makeGuest(c, input.data);
  return c.redirect(c.req.path, 303);
}

async function enter(c: Page, found: FoundLink, password: string | null): Promise<Response> {
  try {
    const video = await openLink(c, found, password);
    c.header('referrer-policy', 'strict-origin');
    return c.redirect(`/v/${video.shortId}`, 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'NOT_FOUND' ? gone(c, error) : door(c, found, error);
  }
}

/** The link, or why it opens nothing. */
const find = (c: Page): Promise<FoundLink | AppError> =>
  findLink(c, c.req.param('token') ?? '').catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return error;
    throw error;
  });

async function door(c: Page, { link, video, asks }: FoundLink, problem: AppError | null): Promise<Response> {
  if (asks)
    await setSignedCookie(c, COOKIE, c.req.param('token') ?? '', keyOf(c), {
      path: '/w',
      httpOnly: true,
      sameSite: 'Lax',
      secure: publicOriginOf(c).startsWith('https:'),
      maxAge: SIGN_IN_SECONDS,
    });
  const hasPassword = link.passwordHash !== null;
  const page = await renderLinkDoor(c.get('viewer'), await assetsOf(c.env, null), {
    title: video && !hasPassword ? video.title : null,
    asks: asks ?? (hasPassword ? 'password' : 'nothing'),
    problem: problem && problem.message,
    signInPath: `/sign-in?next=${encodeURIComponent(BACK)}`,
  });
  return send(c, page, problem?.code === 'RATE_LIMITED' ? 429 : problem ? 403 : 200);
}

const gone = async (c: Page, why: AppError): Promise<Response> =>
  send(c, await renderLinkGone(c.get('viewer'), await assetsOf(c.env, null), why.message), 404);

/**
 * What is loaded from here, and where one goes from here, learns of no token. @NOTE Under `no-referrer` the form would be
 * sent with the Origin `null`.
 */
function send(c: Page, body: Parameters<Page['html']>[0], status: 200 | 403 | 404 | 429) {
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'strict-origin');
  return c.html(body, status);
}

const keyOf = (c: Page): string => `${c.env.TICKET_SECRET}\nlink door`;
