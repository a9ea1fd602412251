import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { getEditableVideo } from './editable-video.ts';
import { readTranscriptText } from './transcript-text.ts';
import {
  canonicalLanguage,
  LanguageParam,
  Transcript,
  TranscriptEdit,
  TranscriptInput,
} from './transcript.ts';
import { makeDefault, removeTranscript, replaceTranscript } from './transcript-edit.queries.ts';
import { listTranscripts } from './transcripts.queries.ts';
import { noSuchTranscript, toTranscript, transcriptTag } from './transcripts.routes.ts';
import type { Cue } from './webvtt.ts';

const path = '/api/videos/{id}/transcripts/{language}';
const tags = ['transcripts'];
const content = { 'application/json': { schema: Transcript } };
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE');
const lines = (example: string) => ({ schema: z.string().openapi({ example }) });

const put = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Put a whole transcript',
  description:
    'As WebVTT, SubRip or JSON, in the place of what there was in that language. The first of a video is its ' +
    'default. With If-Match only the version you have seen is replaced.',
  ...access('person', 'videos:write'),
  request: {
    params: LanguageParam,
    body: {
      content: {
        'application/json': { schema: TranscriptInput },
        'text/vtt': lines('WEBVTT\n\n00:01.500 --> 00:04.000\nOnce upon a time.\n'),
        'application/x-subrip': lines('1\n00:00:01,500 --> 00:00:04,000\nOnce upon a time.\n'),
      },
    },
  },
  responses: {
    200: { description: 'The transcript as it is now.', content },
    ...failures,
    ...refusals('INVALID', 'TOO_LARGE', 'UNSUPPORTED_MEDIA'),
  },
});

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Make a transcript the default',
  description: 'What players show first, and search reads.',
  ...access('person', 'videos:write'),
  request: {
    params: LanguageParam,
    body: jsonBody(TranscriptEdit),
  },
  responses: { 200: { description: 'The transcript as it is now.', content }, ...failures },
});

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete a transcript',
  ...access('person', 'videos:write'),
  request: { params: LanguageParam },
  responses: { 204: { description: 'Gone.' }, ...failures },
});

export const transcriptEditRoutes = createRouter();

transcriptEditRoutes.openapi(put, async (c) => {
  const { id, language: text } = c.req.valid('param');
  const video = await getEditableVideo(c, id);
  const language = canonicalLanguage(text);
  if (language === undefined)
    throw new AppError('INVALID', 'That is no language of BCP 47, such as en or pt-BR.', {
      errors: [{ pointer: '/language', detail: 'Such as en or pt-BR.' }],
    });
  const cues = await readCues(c, () => TranscriptInput.parse(c.req.valid('json')).cues);
  const edited = await editedOf(c, video.id, language);
  const row = await replaceTranscript(c.get('db'), edited, cues);
  c.header('etag', transcriptTag(row));
  return c.json(toTranscript(row), 200);
});

transcriptEditRoutes.openapi(edit, async (c) => {
  const { id, language } = c.req.valid('param');
  const video = await getEditableVideo(c, id);
  const row = await makeDefault(c.get('db'), await editedOf(c, video.id, language));
  if (!row) throw noSuchTranscript();
  c.header('etag', transcriptTag(row));
  return c.json(toTranscript(row), 200);
});

transcriptEditRoutes.openapi(remove, async (c) => {
  const { id, language } = c.req.valid('param');
  const video = await getEditableVideo(c, id);
  const isGone = await removeTranscript(c.get('db'), await editedOf(c, video.id, language));
  if (!isGone) throw noSuchTranscript();
  return c.body(null, 204);
});

/** What is edited, and of which version where the caller says so. Throws STALE. */
async function editedOf(c: Context<AppEnv>, videoId: string, text: string) {
  const language = canonicalLanguage(text) ?? text;
  const edited = { viewer: c.get('viewer'), videoId, language };
  if (c.req.header('if-match') === undefined) return edited;
  const rows = await listTranscripts(c.get('db'), c.get('viewer'), videoId);
  const before = rows.find((row) => row.language === language);
  requireMatch(c, before ? transcriptTag(before) : '');
  return { ...edited, ifUpdatedAt: before?.updatedAt };
}

/** The cues in whichever form they came, in the order of time. */
async function readCues(c: Context<AppEnv>, json: () => Cue[]): Promise<Cue[]> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json')
    return json().toSorted((one, other) => one.startSeconds - other.startSeconds);
  if (type === 'text/vtt' || type === 'application/x-subrip')
    return readTranscriptText(new TextDecoder().decode(await c.req.arrayBuffer()));
  throw new AppError(
    'UNSUPPORTED_MEDIA',
    'A transcript comes as text/vtt, application/x-subrip or application/json.',
  );
}
