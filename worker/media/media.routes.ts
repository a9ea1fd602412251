import { Hono } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { verifyGrant } from './grant.ts';
import { answerFile, OPEN_TO_ALL_ORIGINS } from './serve/answer-file.ts';
import { cachedAtEdge } from './serve/edge-cache.ts';
import { findMediaFile } from './serve/media-file.ts';

/** What players read. No database, no cookie: the grant in the path is the right to it. */
export const mediaRoutes = new Hono<AppEnv>();

const ADDRESS = '/media/:grant/:shortId/:version/:file';
const SHORT_ID = /^[\w-]{11}$/;
const VERSION = /^[\w-]{1,64}$/;

mediaRoutes.get(ADDRESS, async (c) => {
  const { grant, shortId, version, file } = c.req.param();
  const nowSeconds = Date.now() / 1000;
  if (!SHORT_ID.test(shortId) || !(await verifyGrant(c.env.TICKET_SECRET, shortId, grant, nowSeconds))) {
    throw new AppError('FORBIDDEN', 'The right to this video has expired. Load the page again.');
  }
  if (!VERSION.test(version)) throw notFound();
  return cachedAtEdge(c, `${shortId}/${version}/${file}`, async () => {
    const found = await findMediaFile(c.env.MEDIA, { shortId, version, file });
    if (!found) throw notFound();
    return answerFile(c.req.raw, c.env.MEDIA, found);
  });
});

mediaRoutes.options(ADDRESS, () => {
  return new Response(null, {
    status: 204,
    headers: { ...OPEN_TO_ALL_ORIGINS, 'access-control-max-age': '86400' },
  });
});

const notFound = (): AppError => new AppError('NOT_FOUND', 'There is no such media.');
