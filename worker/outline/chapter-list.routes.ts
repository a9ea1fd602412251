import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, isNotModified, requireMatch } from '#worker/http/entity-tag.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { Chapter, ChapterListInput } from './chapter.ts';
import { replaceChapters } from './chapter-edit.queries.ts';
import { faultsOf, pointerInList } from './chapter-faults.ts';
import { readChapterText, type ChapterLine } from './chapter-lines.ts';
import { listChapters, listChaptersBefore, type ChapterList } from './chapters.queries.ts';
import { completeChapters } from './complete-chapters.ts';
import { getEditableVideo } from './editable-video.ts';
import { toWebVtt } from './webvtt.ts';

const path = '/api/videos/{id}/chapters';
const tags = ['chapters'];
const ChapterPage = pageOf(Chapter).openapi('ChapterList');
const WebVtt = z.string().openapi({ example: 'WEBVTT\n\n1\n00:00:00.000 --> 00:01:23.500\nOpening\n' });
const vtt = { 'text/vtt': { schema: WebVtt } };

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The chapters of a video',
  description: 'In the order of time, all of them. `Accept: text/vtt` gives a WebVTT track.',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: {
    200: { description: 'The chapters.', content: { 'application/json': { schema: ChapterPage }, ...vtt } },
    304: { description: 'You have this version already (If-None-Match).' },
    ...refusals('NOT_FOUND'),
  },
});

const track = createRoute({
  method: 'get',
  path: '/api/videos/{id}/chapters.vtt',
  tags,
  summary: 'The chapters as a WebVTT track',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: { 200: { description: 'The track.', content: vtt }, ...refusals('NOT_FOUND') },
});

const replace = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Put a whole list of chapters',
  description:
    'As JSON, as WebVTT (`text/vtt`) or as lines such as `1:23 The meadow` (`text/plain`). Chapters with the id ' +
    'of a present one stay it; the others go. With If-Match only the version you have seen is replaced.',
  ...access('person', 'videos:write'),
  request: {
    params: VideoParam,
    body: {
      content: {
        'application/json': { schema: ChapterListInput },
        ...vtt,
        'text/plain': { schema: z.string().openapi({ example: '0:00 Opening\n1:23 The meadow\n' }) },
      },
    },
  },
  responses: {
    200: {
      description: 'The chapters as they are now.',
      content: { 'application/json': { schema: ChapterPage } },
    },
    ...refusals(
      'INVALID',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'CONFLICT',
      'STALE',
      'UNSUPPORTED_MEDIA',
    ),
  },
});

const tagOf = ({ version }: ChapterList): string => entityTag(version);

export const chapterListRoutes = createRouter();

chapterListRoutes.openapi(list, async (c) => {
  const found = await listChapters(c.get('db'), c.get('viewer'), c.req.valid('param').id);
  c.header('etag', tagOf(found));
  c.header('vary', 'Accept', { append: true });
  c.header('cache-control', 'private, no-cache');
  if (isNotModified(c, tagOf(found))) return c.body(null, 304);
  if (c.req.header('accept')?.includes('text/vtt')) return answerTrack(c, found);
  return c.json({ items: found.chapters, next: null }, 200);
});

chapterListRoutes.openapi(track, async (c) =>
  answerTrack(c, await listChapters(c.get('db'), c.get('viewer'), c.req.valid('param').id)),
);

chapterListRoutes.openapi(replace, async (c) => {
  const video = await getEditableVideo(c, c.req.valid('param').id);
  const input = await readList(c, () => ChapterListInput.parse(c.req.valid('json')).chapters);
  const list = completeChapters(input.chapters, { ...video, makeId: () => uuidv7() });
  const ids = list.map((chapter) => chapter.id);
  const before = await listChaptersBefore(c.get('db'), c.get('viewer'), video.id, ids);
  requireMatch(c, tagOf(before));
  refuseIds(ids, before.foreignIds);
  const now = await replaceChapters(
    c.get('db'),
    {
      viewer: c.get('viewer'),
      videoId: video.id,
      faults: faultsOf(list, { durationSeconds: video.durationSeconds, pointerOf: input.pointerOf }),
    },
    { list, ifVersion: c.req.header('if-match') === undefined ? undefined : before.version },
  );
  c.header('etag', tagOf(now));
  return c.json({ items: now.chapters, next: null }, 200);
});

const answerTrack = (c: Context<AppEnv>, { chapters }: ChapterList) =>
  c.body(toWebVtt(chapters), 200, { 'content-type': 'text/vtt; charset=utf-8' });

/** The list in whichever form it came, and how to point into that form. */
async function readList(c: Context<AppEnv>, json: () => ChapterListInput['chapters']) {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return { chapters: json(), pointerOf: pointerInList };
  if (type !== 'text/vtt' && type !== 'text/plain')
    throw new AppError('UNSUPPORTED_MEDIA', 'Chapters come as application/json, text/vtt or text/plain.');
  const chapters: ChapterLine[] = readChapterText(await c.req.text());
  return { chapters, pointerOf: (index: number) => `/lines/${chapters[index]?.line ?? 1}` };
}

type ChapterListInput = z.infer<typeof ChapterListInput>;

function refuseIds(ids: readonly string[], foreign: readonly string[]): void {
  const taken = ids.findIndex((id, index) => foreign.includes(id) || ids.indexOf(id) !== index);
  if (taken === -1) return;
  throw new AppError('CONFLICT', 'A chapter’s id is in use already.', {
    errors: [{ pointer: `/chapters/${taken}/id`, detail: 'Make a new id, or leave it out.' }],
  });
}
