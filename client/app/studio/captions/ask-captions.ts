import { api, type Shape } from '#client/api/client.ts';
import { answerOf, wholeAnswerOf } from '../../request.ts';

export type Captions = Shape<'Transcript'>;
export type Cue = Pick<Shape<'TranscriptCue'>, 'startSeconds' | 'endSeconds' | 'text'>;

const at = (id: string, language: string) => ({ path: { id, language } });

export const listCaptions = async (id: string, signal: AbortSignal): Promise<Captions[]> =>
  (await answerOf(api.GET('/api/videos/{id}/transcripts', { params: { path: { id } }, signal }))).items;

/** A file as it is; the server reads it, and tells what is wrong line by line. */
export const putCaptionFile = (
  { id, language }: { id: string; language: string },
  file: { type: 'text/vtt' | 'application/x-subrip'; text: string },
): Promise<Captions> =>
  answerOf(
    api.PUT('/api/videos/{id}/transcripts/{language}', {
      params: at(id, language),
      headers: { 'content-type': file.type },
      body: file.text,
      bodySerializer: (text: unknown) => String(text),
    }),
  );

export const makeDefault = (id: string, language: string): Promise<Captions> =>
  answerOf(
    api.PATCH('/api/videos/{id}/transcripts/{language}', {
      params: at(id, language),
      body: { isDefault: true },
    }),
  );

export const deleteCaptions = (id: string, language: string): Promise<unknown> =>
  answerOf(api.DELETE('/api/videos/{id}/transcripts/{language}', { params: at(id, language) }));

export const trackPath = (id: string, language: string): string =>
  `/api/videos/${id}/transcripts/${encodeURIComponent(language)}/track.vtt`;

export interface LoadedCues {
  cues: Cue[];
  etag: string;
}

const MOST_A_PAGE = 1000;

/** All lines of a language: they are written back all at once. */
export async function loadCues(id: string, language: string, signal?: AbortSignal): Promise<LoadedCues> {
  const cues: Cue[] = [];
  let cursor: string | undefined;
  let version = '';
  do {
    const query = { limit: MOST_A_PAGE, ...(cursor !== undefined && { cursor }) };
    const { data, etag } = await wholeAnswerOf(
      api.GET('/api/videos/{id}/transcripts/{language}', {
        params: { ...at(id, language), query },
        signal: signal ?? null,
      }),
    );
    version ||= etag ?? '';
    cues.push(
      ...data.items.map(({ startSeconds, endSeconds, text }) => ({ startSeconds, endSeconds, text })),
    );
    cursor = data.next ?? undefined;
  } while (cursor !== undefined);
  return { cues, etag: version };
}

/** `etag` null: whatever stands there now. */
export const putCues = async (
  { id, language }: { id: string; language: string },
  cues: readonly Cue[],
  etag: string | null,
): Promise<string> => {
  const params = { ...at(id, language), header: etag === null ? {} : { 'If-Match': etag } };
  const answer = await wholeAnswerOf(
    api.PUT('/api/videos/{id}/transcripts/{language}', { params, body: { cues: [...cues] } }),
  );
  return answer.etag ?? '';
};
