import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { pagePolicy } from '#worker/http/response-headers.ts';
import { createRouter } from '#worker/http/router.ts';
import type { VideoRow } from '#worker/library/videos.queries.ts';
import { viewerByLink } from '#worker/rooms/linked-viewer.ts';
import { assetsOf } from '../assets.ts';
import { findYoungScreening } from '../young-screening.ts';
import { renderCard } from './card.tsx';
import { parseEmbedOptions } from './embed-options.ts';
import { renderEmbed } from './embed-page.tsx';
import { getEmbedded } from './embed.queries.ts';
import { frameAncestorsOf, isOutsider } from './embedder.ts';
import { ownHostsOf } from './own-hosts.ts';
import { renderPlayground } from './playground-page.tsx';

type Page = Context<AppEnv>;

/** `/embed/{shortId}`: a video inside another site's page. `/embed/test`: where that is tried out. */
export const embedRoutes = createRouter();

embedRoutes.get('/embed/test', async (c) => {
  c.header('cache-control', 'private, no-cache');
  return c.html(await renderPlayground(c.get('viewer'), await assetsOf(c.env, 'playground')));
});

embedRoutes.get('/embed/:shortId', async (c) => {
  const shortId = c.req.param('shortId');
  const options = parseEmbedOptions(new URL(c.req.url).searchParams);
  const { viewer, openedId } = await viewerByLink(c, options.linkToken);
  const found = await getEmbedded(c.get('db'), viewer, shortId).catch(absent);
  if (!found) return showCard(c, 'This video cannot be shown here', 404);
  if (isOutsider(c.req.header('referer'), ownHostsOf(c), found.domains))
    return showCard(c, 'Not available on this site', 403);
  const screening = options.screening && (await findScreening(c, found.video, options.screening));
  const opensLink = openedId !== null && found.video.linkId === openedId;
  const page = await renderEmbed(c, { ...found, options, opensLink, screening: screening || null });
  return show(c, page, 200, frameAncestorsOf(found.domains));
});

/**
 * Nothing of the video is on it, so that it may be shown anywhere; absent and not-yours are one and the same. Whoever may
 * watch does so where they are known.
 */
async function showCard(c: Page, words: string, status: 403 | 404): Promise<Response> {
  const { styles } = await assetsOf(c.env, 'embed');
  const place = { origin: publicOriginOf(c), shortId: c.req.param('shortId') ?? '' };
  const card = await renderCard({ script: null, preloads: [], styles }, { words, ...place });
  return show(c, card, status, '*');
}

function show(c: Page, body: Parameters<Page['html']>[0], status: 200 | 403 | 404, frameAncestors: string) {
  c.header('content-security-policy', pagePolicy(new URL(c.req.url), frameAncestors));
  // A page of another origin may be held to loading only what says this of itself.
  c.header('cross-origin-resource-policy', 'cross-origin');
  // The address may carry a link's token: nobody learns more of it than where it leads.
  c.header('referrer-policy', 'strict-origin');
  c.header('cache-control', 'private, no-cache');
  c.header('vary', 'cookie, referer');
  return c.html(body, status);
}

/** The screening, if it is one of this video. By its id it is looked up in the room, by who joins. */
async function findScreening(c: Page, video: VideoRow, named: string) {
  if (named.length !== SHORT_ID_CHARACTERS) return { id: named, hasEnded: false };
  const found = await findYoungScreening(c.get('db'), c.get('viewer'), named);
  return found?.videoId === video.id ? { id: found.id, hasEnded: found.endedAt !== null } : null;
}

const SHORT_ID_CHARACTERS = 11;

function absent(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return undefined;
  throw error;
}
