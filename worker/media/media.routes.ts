import { Hono } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { verifyGrant } from './grant.ts';
import { isKnownTakenAway, isTakenAway } from './revocation.ts';
import { answerFile, OPEN_TO_ALL_ORIGINS } from './serve/answer-file.ts';
import { cachedAtEdge } from './serve/edge-cache.ts';
import { findMediaFile } from './serve/media-file.ts';

/** What players read. No database, no cookie: the grant in the path is the right to it. */
export const mediaRoutes = new Hono<AppEnv>();

const ADDRESS = '/media/:grant/:shortId/:version/:file';
const SHORT_ID = /^[\w-]{11}$/;
const VERSION = /^[\w-]{1,64}$/;

mediaRoutes.get(ADDRESS, async (c) => {
  const { shortId, version, file, grant: text } = c.req.param();
  const nowMs = Date.now();
  const isVideo = SHORT_ID.test(shortId);
  const grant = isVideo ? await verifyGrant(c.env.TICKET_SECRET, shortId, text, nowMs / 1000) : undefined;
  if (!grant || isKnownTakenAway(shortId, grant)) throw noRight();
  if (!VERSION.test(version)) throw notFound();
  // S7: asked side by side, so that it costs no time; outside of the edge's cache, which knows no rights.
  const [answer, isOver] = await Promise.all([
    cachedAtEdge(c, `${shortId}/${version}/${file}`, async () => {
      const found = await findMediaFile(c.env.MEDIA, { shortId, version, file });
      if (!found) throw notFound();
      return answerFile(c, found);
    }),
    isTakenAway(c.env.MEDIA, shortId, grant, nowMs),
  ]);
  if (!isOver) return answer;
  await answer.body?.cancel();
  throw noRight();
});

mediaRoutes.options(ADDRESS, () => {
  return new Response(null, {
    status: 204,
    headers: { ...OPEN_TO_ALL_ORIGINS, 'access-control-max-age': '86400' },
  });
});

const noRight = (): AppError =>
  new AppError('FORBIDDEN', 'The right to this video has ended. Load the page again.');

const notFound = (): AppError => new AppError('NOT_FOUND', 'There is no such media.');
