import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { EntityId } from '#protocol/id.ts';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import type { VideoRow } from '#worker/library/videos.queries.ts';
import { Chapter, ChapterEdit, ChapterInput } from './chapter.ts';
import { addChapter, editChapter, removeChapter } from './chapter-edit.queries.ts';
import { faultsOf } from './chapter-faults.ts';
import { listChaptersBefore, type ChapterList } from './chapters.queries.ts';
import { toMilliseconds } from './complete-chapters.ts';
import { getEditableVideo } from './editable-video.ts';

const tags = ['chapters'];
const content = { 'application/json': { schema: Chapter } };
const ChapterParam = VideoParam.extend({
  chapterId: EntityId.openapi({ param: { name: 'chapterId', in: 'path' } }),
});
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT');

const add = createRoute({
  method: 'post',
  path: '/api/videos/{id}/chapters',
  tags,
  summary: 'Add a chapter',
  ...access('person', 'videos:write'),
  request: {
    params: VideoParam,
    body: jsonBody(ChapterInput),
  },
  responses: {
    200: { description: 'It was added before, by the same id.', content },
    201: { description: 'Added where it belongs in time.', content },
    ...failures,
  },
});

const edit = createRoute({
  method: 'patch',
  path: '/api/videos/{id}/chapters/{chapterId}',
  tags,
  summary: 'Change a chapter',
  description: 'With If-Match (the ETag of the list of chapters) only in the version you have seen.',
  ...access('person', 'videos:write'),
  request: {
    params: ChapterParam,
    body: jsonBody(ChapterEdit),
  },
  responses: {
    200: { description: 'The chapter as it is now.', content },
    ...failures,
    ...refusals('STALE'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/videos/{id}/chapters/{chapterId}',
  tags,
  summary: 'Delete a chapter',
  ...access('person', 'videos:write'),
  request: { params: ChapterParam },
  responses: { 204: { description: 'Gone.' }, ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND') },
});

export const chapterEditRoutes = createRouter();

chapterEditRoutes.openapi(add, async (c) => {
  const video = await getEditableVideo(c, c.req.valid('param').id);
  const input = c.req.valid('json');
  const chapter = { ...roundTimes(input), id: input.id ?? uuidv7() };
  const { isNew, ...list } = await addChapter(c.get('db'), editOf(c.get('viewer'), video, chapter), chapter);
  const added = chapterIn(list, chapter.id);
  if (!added) throw new AppError('CONFLICT', 'This id is taken by another chapter. Make a new one.');
  return c.json(added, isNew ? 201 : 200);
});

chapterEditRoutes.openapi(edit, async (c) => {
  const { id: ref, chapterId: id } = c.req.valid('param');
  const video = await getEditableVideo(c, ref);
  const change = roundTimes(c.req.valid('json'));
  const list = await editChapter(c.get('db'), editOf(c.get('viewer'), video, change), {
    id,
    edit: change,
    ifVersion: await requireSeen(c, video.id),
  });
  const changed = list && chapterIn(list, id);
  if (!changed) throw noSuchChapter();
  c.header('etag', entityTag(list.version));
  return c.json(changed, 200);
});

chapterEditRoutes.openapi(remove, async (c) => {
  const { id: ref, chapterId: id } = c.req.valid('param');
  const video = await getEditableVideo(c, ref);
  const { isGone } = await removeChapter(c.get('db'), editOf(c.get('viewer'), video, {}), id);
  if (!isGone) throw noSuchChapter();
  return c.body(null, 204);
});

/** The version of the list that If-Match names, if it names one. Throws STALE. */
async function requireSeen(c: Context<AppEnv>, videoId: string): Promise<string | undefined> {
  if (c.req.header('if-match') === undefined) return undefined;
  const { version } = await listChaptersBefore(c.get('db'), c.get('viewer'), videoId, []);
  requireMatch(c, entityTag(version));
  return version;
}

interface Times {
  startSeconds?: number | undefined;
  endSeconds?: number | null | undefined;
}

function roundTimes<Given extends Times>(given: Given): Given {
  const rounded = { ...given };
  if (typeof given.startSeconds === 'number') rounded.startSeconds = toMilliseconds(given.startSeconds);
  if (typeof given.endSeconds === 'number') rounded.endSeconds = toMilliseconds(given.endSeconds);
  return rounded;
}

/** One chapter against the others: what breaks is one of the two times the request gives. */
function editOf(viewer: Parameters<typeof addChapter>[1]['viewer'], video: VideoRow, times: Times) {
  const { startSeconds = 0, endSeconds } = times;
  const only = times.startSeconds === undefined ? 'endSeconds' : undefined;
  const faults = faultsOf([{ startSeconds, endSeconds: endSeconds ?? startSeconds }], {
    durationSeconds: video.durationSeconds,
    pointerOf: (_, field) => `/${only ?? field}`,
  });
  return { viewer, videoId: video.id, faults };
}

const chapterIn = ({ chapters }: ChapterList, id: string) => chapters.find((chapter) => chapter.id === id);

const noSuchChapter = (): AppError => new AppError('NOT_FOUND', 'The video has no such chapter.');
