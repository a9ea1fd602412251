import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { transcriptCues, transcripts } from '#tables/transcripts.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { key, keyset, type Page } from '#worker/db/page.ts';
import { getVideoWith } from '#worker/library/videos.queries.ts';
import type { Cue } from './webvtt.ts';

export const columns = {
  language: transcripts.language,
  origin: transcripts.origin,
  isDefault: transcripts.isDefault,
  createdAt: transcripts.createdAt,
  updatedAt: transcripts.updatedAt,
};

const selectTranscripts = (db: Database, videoId: string | SQL<string>) =>
  db
    .select(columns)
    .from(transcripts)
    .where(eq(transcripts.videoId, videoId))
    .orderBy(asc(transcripts.language));
export type TranscriptRow = Awaited<ReturnType<typeof selectTranscripts>>[number];

export const isIt = (videoId: string | SQL<string>, language: string) =>
  and(eq(transcripts.videoId, videoId), eq(transcripts.language, language));

/** The languages of a video, found together with it. Throws NOT_FOUND. */
export async function listTranscripts(db: Database, viewer: Viewer, ref: string): Promise<TranscriptRow[]> {
  return (await getVideoWith(db, viewer, ref, selectTranscripts)).result;
}

export type CueRow = Cue & { position: number };

const byPosition = key<CueRow, number>(
  sql`${transcriptCues.position}`,
  'integer',
  (row) => row.position,
  z.int(),
);

/** One page of what is said, or all of it where no page is asked for. Undefined without such a transcript. */
export async function findTranscript(
  db: Database,
  viewer: Viewer,
  {
    ref,
    language,
    asked,
  }: { ref: string; language: string; asked: { limit: number; cursor?: string | undefined } },
): Promise<{ transcript: TranscriptRow; page: Page<CueRow> } | undefined> {
  const page = keyset({ name: 'cues', columns: [byPosition], direction: 'ascending' }, asked);
  const { result } = await getVideoWith(db, viewer, ref, (db, videoId) => {
    const cues = db
      .select({
        position: transcriptCues.position,
        startSeconds: transcriptCues.startSeconds,
        endSeconds: transcriptCues.endSeconds,
        text: transcriptCues.text,
      })
      .from(transcriptCues)
      .where(and(eq(transcriptCues.transcriptId, transcripts.id), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit)
      .as('cues');
    return db
      .select({
        transcript: columns,
        cue: {
          position: cues.position,
          startSeconds: cues.startSeconds,
          endSeconds: cues.endSeconds,
          text: cues.text,
        },
      })
      .from(transcripts)
      .leftJoinLateral(cues, sql`true`)
      .where(isIt(videoId, language))
      .orderBy(page.isAscending ? asc(cues.position) : sql`${cues.position} desc`);
  });
  const transcript = result[0]?.transcript;
  return transcript && { transcript, page: page.cut(result.flatMap(({ cue }) => cue ?? [])) };
}
