import { createRoute, z } from '@hono/zod-openapi';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { Highlighted, highlightsIn, toHighlighted } from './highlight.ts';
import { searchVideos } from './search.queries.ts';
import { VideoListQuery, VideoSearchQuery } from './video-filter.ts';
import { listVideos } from './video-list.queries.ts';
import { toVideoView, Video } from './view.ts';

const list = createRoute({
  method: 'get',
  path: '/api/videos',
  tags: ['videos'],
  summary: 'List videos',
  description:
    'Everybody’s list; with `author`, `organization`, `channel` or `series` what you may see of theirs. A list is ' +
    'given in the orders it is kept in only; see `sort`.',
  ...access('anyone', 'videos:read'),
  request: { query: VideoListQuery },
  responses: {
    200: { description: 'A page of videos.', content: { 'application/json': { schema: pageOf(Video) } } },
    ...refusals('UNAUTHENTICATED'),
  },
});

const FoundVideo = z
  .object({
    video: Video,
    title: Highlighted.openapi({ description: 'The whole title.' }),
    description: Highlighted.nullable().openapi({
      description: 'The part with what was looked for; null where that is not in it.',
    }),
    spoken: z
      .object({ startSeconds: z.number(), endSeconds: z.number(), text: Highlighted })
      .nullable()
      .openapi({ description: 'Where it is said first: the moment to jump to.' }),
  })
  .openapi('FoundVideo');

const SearchPage = pageOf(FoundVideo)
  .extend({
    total: z
      .object({ count: z.int(), isMore: z.boolean() })
      .nullable()
      .openapi({ description: 'How many were found; `isMore`: at least so many. By relevance only.' }),
  })
  .openapi('SearchPage');

const search = createRoute({
  method: 'get',
  path: '/api/search',
  tags: ['videos'],
  summary: 'Search videos',
  description:
    'In titles, descriptions, free tags and what is said, among all you may come across. By relevance the newest 300 ' +
    'that match are ranked; `newest` and `oldest` walk all of them.',
  ...access('anyone', 'videos:read'),
  request: { query: VideoSearchQuery },
  responses: {
    200: {
      description: 'A page of what was found.',
      content: { 'application/json': { schema: SearchPage } },
    },
    ...refusals('UNAUTHENTICATED'),
  },
});

export const videoListRoutes = createRouter();

videoListRoutes.openapi(list, async (c) => {
  const query = c.req.valid('query');
  const viewer = query.author === 'me' ? requireUser(c.get('viewer')) : c.get('viewer');
  const { items, ...cursors } = await listVideos(c.get('db'), viewer, query);
  linkPages(c, cursors);
  const nowMs = Date.now();
  const views = await Promise.all(items.map((row) => toVideoView(c.env, row, nowMs)));
  return c.json({ items: views, ...cursors }, 200);
});

videoListRoutes.openapi(search, async (c) => {
  const query = c.req.valid('query');
  const viewer = query.author === 'me' ? requireUser(c.get('viewer')) : c.get('viewer');
  const { items, total, ...cursors } = await searchVideos(c.get('db'), viewer, query);
  linkPages(c, cursors);
  const nowMs = Date.now();
  const found = await Promise.all(
    items.map(async ({ video, titleText, descriptionText, spoken }) => ({
      video: await toVideoView(c.env, video, nowMs),
      title: toHighlighted(titleText),
      description: highlightsIn(descriptionText),
      spoken: spoken && { ...spoken, text: toHighlighted(spoken.text) },
    })),
  );
  return c.json({ items: found, total, ...cursors }, 200);
});
