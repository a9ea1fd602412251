import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, isNotModified } from '#worker/http/entity-tag.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import {
  canonicalLanguage,
  CueQuery,
  LanguageParam,
  MOST_CUES,
  TranscriptList,
  TranscriptPage,
  type Transcript,
} from './transcript.ts';
import { findTranscript, listTranscripts, type TranscriptRow } from './transcripts.queries.ts';
import { toTrack } from './webvtt.ts';

const path = '/api/videos/{id}/transcripts';
const tags = ['transcripts'];
const WebVtt = z
  .string()
  .openapi({ example: 'WEBVTT\n\n1\n00:00:01.500 --> 00:00:04.000\nOnce upon a time.\n' });

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'The transcripts of a video',
  description: 'Its languages, all of them; what is said stands under each.',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: {
    200: { description: 'The languages.', content: { 'application/json': { schema: TranscriptList } } },
    ...refusals('NOT_FOUND'),
  },
});

const show = createRoute({
  method: 'get',
  path: `${path}/{language}`,
  tags,
  summary: 'What is said, a page at a time',
  ...access('anyone', 'videos:read'),
  request: { params: LanguageParam, query: CueQuery },
  responses: {
    200: { description: 'A page of cues.', content: { 'application/json': { schema: TranscriptPage } } },
    304: { description: 'You have this version already (If-None-Match).' },
    ...refusals('NOT_FOUND'),
  },
});

const track = createRoute({
  method: 'get',
  path: `${path}/{language}/track.vtt`,
  tags,
  summary: 'A transcript as a WebVTT track',
  ...access('anyone', 'videos:read'),
  request: { params: LanguageParam },
  responses: {
    200: { description: 'The track.', content: { 'text/vtt': { schema: WebVtt } } },
    304: { description: 'You have this version already (If-None-Match).' },
    ...refusals('NOT_FOUND'),
  },
});

export const toTranscript = (row: TranscriptRow): Transcript => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const transcriptTag = (row: TranscriptRow): string => entityTag(row.updatedAt.getTime().toString(36));

export const noSuchTranscript = (): AppError =>
  new AppError('NOT_FOUND', 'There is no transcript in this language.');

export const transcriptRoutes = createRouter();

transcriptRoutes.openapi(list, async (c) => {
  const rows = await listTranscripts(c.get('db'), c.get('viewer'), c.req.valid('param').id);
  c.header('cache-control', 'private, no-cache');
  return c.json({ items: rows.map(toTranscript), next: null, prev: null }, 200);
});

transcriptRoutes.openapi(show, async (c) => {
  const { transcript, page } = await getTranscript(c, c.req.valid('param'), c.req.valid('query'));
  if (isNotModified(c, transcriptTag(transcript))) return c.body(null, 304);
  linkPages(c, page);
  return c.json({ ...page, transcript: toTranscript(transcript) }, 200);
});

transcriptRoutes.openapi(track, async (c) => {
  const { transcript, page } = await getTranscript(c, c.req.valid('param'), { limit: MOST_CUES });
  if (isNotModified(c, transcriptTag(transcript))) return c.body(null, 304);
  return c.body(toTrack(page.items), 200, { 'content-type': 'text/vtt; charset=utf-8' });
});

async function getTranscript(
  c: Context<AppEnv>,
  { id, language: text }: { id: string; language: string },
  asked: { limit: number; cursor?: string | undefined },
) {
  const language = canonicalLanguage(text);
  if (language === undefined) throw noSuchTranscript();
  const found = await findTranscript(c.get('db'), c.get('viewer'), { ref: id, language, asked });
  if (!found) throw noSuchTranscript();
  c.header('etag', transcriptTag(found.transcript));
  c.header('cache-control', 'private, no-cache');
  return found;
}
