import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { apiBodyLimit } from '#worker/http/body-limit.ts';
import { createRouter } from '#worker/http/router.ts';
import { findLink, openLink, type FoundLink } from '#worker/rooms/open-link.ts';
import { assetsOf } from './assets.ts';
import { renderLinkDoor, renderLinkGone } from './link-page.tsx';

type Page = Context<AppEnv>;

/** `/w/{token}`: the page a watch link opens, which leads on to the video's. */
export const linkPageRoutes = createRouter();
linkPageRoutes.use('/w/:token', apiBodyLimit);

linkPageRoutes.get('/w/:token', async (c) => {
  const found = await find(c);
  if (found instanceof AppError) return gone(c, found);
  const { link, isHeld } = found;
  // Programs that only look at an address must not use it up: what is counted is asked for.
  if (isHeld || (link.passwordHash === null && link.maxUses === null)) return enter(c, found, null);
  return door(c, found, null);
});

linkPageRoutes.post('/w/:token', async (c) => {
  const found = await find(c);
  if (found instanceof AppError) return gone(c, found);
  const { password } = await c.req.parseBody().catch(() => ({ password: '' }));
  return enter(c, found, typeof password === 'string' ? password : '');
});

async function enter(c: Page, found: FoundLink, password: string | null): Promise<Response> {
  try {
    await openLink(c, found, password);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'NOT_FOUND' ? gone(c, error) : door(c, found, error);
  }
  return c.redirect(`/v/${found.video.shortId}`, 303);
}

/** The link, or why it opens nothing. */
const find = (c: Page): Promise<FoundLink | AppError> =>
  findLink(c, c.req.param('token') ?? '').catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return error;
    throw error;
  });

async function door(c: Page, { link, video }: FoundLink, problem: AppError | null): Promise<Response> {
  const asked = {
    title: video.title,
    hasPassword: link.passwordHash !== null,
    problem: problem && problem.message,
  };
  const page = await renderLinkDoor(c.get('viewer'), await assetsOf(c.env, null), asked);
  return send(c, page, problem?.code === 'RATE_LIMITED' ? 429 : problem ? 403 : 200);
}

const gone = async (c: Page, why: AppError): Promise<Response> =>
  send(c, await renderLinkGone(c.get('viewer'), await assetsOf(c.env, null), why.message), 404);

function send(c: Page, body: Parameters<Page['html']>[0], status: 200 | 403 | 404 | 429) {
  c.header('cache-control', 'private, no-store');
  return c.html(body, status);
}
