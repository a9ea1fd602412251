import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { Problem, toProblemResponse } from '#worker/http/problem.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { findVideo, type VideoRow } from '#worker/library/videos.queries.ts';
import { toVideoView } from '#worker/library/view.ts';
import { findYoungScreening } from '../young-screening.ts';
import { fitSize, frameMarkup, parseShown, posterSize, type Shown } from './oembed.ts';

/** Pictures' addresses are good for as long at least. */
const CACHE_SECONDS = 12 * 3600;

const Pixels = z.coerce.number().int().min(1).max(10_000);

const OEmbed = z
  .object({
    type: z.literal('video'),
    version: z.literal('1.0'),
    title: z.string(),
    author_name: z.string().optional(),
    provider_name: z.string(),
    provider_url: z.string(),
    cache_age: z.int().openapi({ description: 'Seconds.' }),
    thumbnail_url: z.string().optional(),
    thumbnail_width: z.int().optional(),
    thumbnail_height: z.int().optional(),
    html: z.string().openapi({ description: 'A frame with the video in it.' }),
    width: z.int(),
    height: z.int(),
  })
  .openapi('OEmbed');

const noXml: ReturnType<typeof refusals> = {
  501: { description: 'XML is not spoken.', content: { 'application/problem+json': { schema: Problem } } },
};

const show = createRoute({
  method: 'get',
  path: '/oembed',
  tags: ['videos'],
  summary: 'How to embed what an address shows (oEmbed 1.0)',
  description:
    'For the address of a video, of a screening or of an embed. UNAUTHENTICATED for what you may see and not everybody may, ' +
    'and for what no site may embed: link to it instead. Absent and not-yours are NOT_FOUND, as everywhere. Where it may really be shown, the organization ' +
    'decides by its embed domains, or the video by its own.',
  ...access('anyone', 'videos:read'),
  request: {
    query: z.object({
      url: z.string().max(2000).openapi({ example: 'https://lockstep.example/v/k3Pq_Zt8-Wm' }),
      maxwidth: Pixels.optional(),
      maxheight: Pixels.optional(),
      format: z
        .string()
        .max(16)
        .optional()
        .openapi({ description: 'Only `json` is spoken.', example: 'json' }),
    }),
  },
  responses: {
    200: { description: 'What to put into a page.', content: { 'application/json': { schema: OEmbed } } },
    ...refusals('INVALID', 'UNAUTHENTICATED', 'NOT_FOUND'),
    ...noXml,
  },
});

export const oembedRoutes = createRouter();

oembedRoutes.use('/oembed', async (c, next) => {
  if (c.req.query('format') !== 'xml') return next();
  return toProblemResponse(new AppError('INVALID', 'Only format=json is spoken here.'), c, { status: 501 });
});

oembedRoutes.openapi(show, async (c) => {
  const { url, format = 'json', ...most } = c.req.valid('query');
  if (format !== 'json') throw new AppError('INVALID', 'There is no such format: ask for json.');
  const origin = publicOriginOf(c);
  const shown = parseShown(url, [origin, new URL(c.req.url).origin]);
  if (shown?.kind === 'link')
    throw isPrivate('A watch link is for whom it was given to. Link to it instead.');
  const found = shown && (await findShown(c, shown));
  if (!found) throw new AppError('NOT_FOUND', 'There is nothing at this address that could be embedded.');
  const { row, screening } = found;
  if (row.visibility !== 'public' && row.visibility !== 'unlisted')
    throw isPrivate('This video is not open to everybody. Link to it instead.');
  if (row.embedDomains?.length === 0) throw isPrivate('No site may embed this video. Link to it instead.');
  const { title, author, thumbnailUrl, shortId } = await toVideoView(c.env, asEverybodys(row), Date.now());
  const src = new URL(`/embed/${shortId}`, origin);
  if (screening) src.searchParams.set('screening', screening);
  const [size, poster] = [fitSize(row, most), posterSize(row, most)];
  c.header('cache-control', 'public, max-age=300');
  const answer: z.infer<typeof OEmbed> = {
    type: 'video',
    version: '1.0',
    title,
    ...(author && { author_name: author.name }),
    provider_name: 'Lockstep',
    provider_url: origin,
    cache_age: CACHE_SECONDS,
    ...(thumbnailUrl &&
      poster && {
        thumbnail_url: new URL(thumbnailUrl, origin).href,
        thumbnail_width: poster.width,
        thumbnail_height: poster.height,
      }),
    html: frameMarkup({ src: src.href, title, ...size }),
    ...size,
  };
  return c.json(answer, 200);
});

async function findShown(
  c: Context<AppEnv>,
  shown: Exclude<Shown, { kind: 'link' }>,
): Promise<{ row: VideoRow; screening: string | null } | undefined> {
  const [db, viewer] = [c.get('db'), c.get('viewer')];
  const isVideo = shown.kind === 'video';
  const place = isVideo ? { videoId: shown.shortId } : await findYoungScreening(db, viewer, shown.shortId);
  const row = place && (await findVideo(db, viewer, place.videoId));
  return row && { row, screening: isVideo ? null : shown.shortId };
}

/** The answer is handed on, and kept by others: it carries the right that everybody has, never the asker's own. */
const asEverybodys = (row: VideoRow): VideoRow => ({
  ...row,
  basis: { ...row.basis, right: { kind: 'open' }, untilMs: null },
});

const isPrivate = (words: string): AppError => new AppError('UNAUTHENTICATED', words);
