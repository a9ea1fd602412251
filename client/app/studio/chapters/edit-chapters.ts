import { api } from '#client/api/client.ts';
import { wholeAnswerOf } from '../../request.ts';
import { Autosave, type Version } from '../saving/autosave.ts';
import { askWho } from '../saving/ask-who.ts';
import { createDraftKeeper } from '../saving/draft-boundary.ts';
import type { DraftChapter } from './chapter.ts';
import { listFault } from './chapter-rules.ts';

/** A type, so that it is a record of fields. */
export type ChapterFields = { chapters: DraftChapter[] };
export type ChapterAutosave = Autosave<ChapterFields>;

export async function loadChapters(videoId: string, signal?: AbortSignal): Promise<Version<ChapterFields>> {
  const params = { path: { id: videoId } };
  const { data, etag } = await wholeAnswerOf(
    api.GET('/api/videos/{id}/chapters', { params, parseAs: 'json', signal: signal ?? null }),
  );
  // A track is only answered to who asks for one.
  return versionOf(typeof data === 'string' ? { items: [] } : data, etag);
}

/** The chapters of a video, whole, saved by themselves unless the list breaks a rule. */
export function editChapters(
  video: { id: string; durationSeconds: number },
  userId: string,
  first: Version<ChapterFields>,
): ChapterAutosave {
  const path = { id: video.id };
  return new Autosave<ChapterFields>({
    first,
    load: () => loadChapters(video.id),
    async save({ chapters = [] }, ifMatch) {
      const params = { path, header: { 'If-Match': ifMatch } };
      const { data, etag } = await wholeAnswerOf(
        api.PUT('/api/videos/{id}/chapters', { params, body: { chapters } }),
      );
      return versionOf(data, etag);
    },
    askWho: () => askWho(video.id, 'chapters', userId),
    faultOf: ({ chapters }) => listFault(chapters, video.durationSeconds),
    keeper: createDraftKeeper<ChapterFields>({ userId, name: `chapters:${video.id}` }, isWhole),
    nowMs: Date.now,
  });
}

function versionOf({ items }: { items: DraftChapter[] }, etag: string | null): Version<ChapterFields> {
  const chapters = items.map(({ id, title, description, startSeconds }) => ({
    id,
    title,
    description,
    startSeconds,
  }));
  return { fields: { chapters }, etag: etag ?? '', changedAt: null, changedBy: null };
}

const isWhole = (fields: unknown): fields is ChapterFields =>
  typeof fields === 'object' && fields !== null && Array.isArray(Reflect.get(fields, 'chapters'));
