import type { Context } from 'hono';
import { faceOfProvider, parseProviders } from '#worker/accounts/oauth-providers.ts';
import type { AppEnv } from '#worker/context.ts';
import { createRouter } from '#worker/http/router.ts';
import { findVideo } from '#worker/library/videos.queries.ts';
import { isOutboxOpen } from '#worker/mail/post-mail.ts';
import { posterUrlOf } from '#worker/media/playback-url.ts';
import { assetsOf } from './assets.ts';
import { renderCompare } from './compare-page.tsx';
import { renderForm } from './form-page.tsx';
import { renderHome } from './home-page.tsx';
import { renderNotFound } from './message-page.tsx';
import { listHomeVideos } from './page.queries.ts';
import { findYoungScreening } from './young-screening.ts';
import { renderWatch } from './watch-page.tsx';

type Page = Context<AppEnv>;

/** What people open in a browser. Each page says for whom it was drawn, so no cache may share it. */
export const pageRoutes = createRouter();

pageRoutes.get('/v/:shortId', async (c) => {
  const video = await findVideo(c.get('db'), c.get('viewer'), c.req.param('shortId'));
  return video ? send(c, await renderWatch(c, video, null)) : notFound(c);
});

pageRoutes.get('/s/:shortId', async (c) => {
  const [db, viewer] = [c.get('db'), c.get('viewer')];
  const screening = await findYoungScreening(db, viewer, c.req.param('shortId'));
  const video = screening && (await findVideo(db, viewer, screening.videoId));
  if (!video) return notFound(c);
  return send(c, await renderWatch(c, video, screening));
});

pageRoutes.get('/compare/:a/:b', async (c) => {
  const [db, viewer] = [c.get('db'), c.get('viewer')];
  const refs = [c.req.param('a'), c.req.param('b')];
  const [a, b] = await Promise.all(refs.map((ref) => findVideo(db, viewer, ref)));
  const page = a && b && (await renderCompare(c, { a, b }));
  return page ? send(c, page) : notFound(c);
});

pageRoutes.get('/', async (c) => {
  const viewer = c.get('viewer');
  const rows = await listHomeVideos(c.get('db'), viewer);
  const nowMs = Date.now();
  const videos = await Promise.all(
    rows.map(async (row) => ({
      ...row,
      thumbnailUrl: row.thumbnailKey === null ? null : await posterUrlOf(c.env, openToAll(row), nowMs),
    })),
  );
  return send(c, await renderHome(viewer, await assetsOf(c.env, null), videos));
});

pageRoutes.get('/sign-in', async (c) => {
  const ways = {
    isOutboxOpen: isOutboxOpen(c.env),
    providers: parseProviders(c.env.OAUTH_PROVIDERS).map(faceOfProvider),
  };
  return send(c, await renderForm(c.get('viewer'), await assetsOf(c.env, 'signIn'), 'Sign in', ways));
});

/** Where uploading once was: links to it are out there. */
pageRoutes.get('/upload', (c) => c.redirect('/studio/upload', 301));

const openToAll = <Row extends { sharingChangedAt: Date }>(row: Row) => ({
  ...row,
  basis: { right: { kind: 'open' as const }, sinceMs: row.sharingChangedAt.getTime(), untilMs: null },
});

const notFound = async (c: Page) =>
  send(c, await renderNotFound(c.get('viewer'), await assetsOf(c.env, null), c.req.path), 404);

function send(c: Page, body: Parameters<Page['html']>[0], status: 200 | 404 = 200) {
  c.header('cache-control', 'private, no-cache');
  c.header('vary', 'cookie');
  return c.html(body, status);
}
