import { and, eq, ne, sql } from 'drizzle-orm';
import { transcriptCues, transcripts } from '#tables/transcripts.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { sqlStateOf, toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import { lockVideo } from './chapters.queries.ts';
import { columns, isIt, type TranscriptRow } from './transcripts.queries.ts';
import type { Cue } from './webvtt.ts';

interface Edited {
  viewer: Viewer;
  videoId: string;
  language: string;
  /** Of which version it must be; undefined for any. */
  ifUpdatedAt?: Date | undefined;
}

/** Puts cues in the place of all there are in that language; the first language of a video is its default. */
export async function replaceTranscript(
  db: Database,
  edited: Edited,
  cues: readonly Cue[],
): Promise<TranscriptRow> {
  const { viewer, videoId, language } = edited;
  const [, , , upserted] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        lockVideo(db, videoId),
        requireVersion(db, edited),
        // Before the transcript is touched: so the words are read once, when the new ones stand.
        db.execute(sql`delete from ${transcriptCues} where transcript_id = (
          select id from ${transcripts} where video_id = ${videoId}::uuid and language = ${language})`),
        db
          .insert(transcripts)
          .values({
            videoId,
            language,
            isDefault: sql`not exists (
              select 1 from transcripts other where other.video_id = ${videoId}::uuid and other.is_default)`,
          })
          .onConflictDoUpdate({
            target: [transcripts.videoId, transcripts.language],
            set: { origin: 'upload' },
          })
          .returning(columns),
        db.execute(sql`
          insert into ${transcriptCues} (transcript_id, position, start_seconds, end_seconds, text)
          select transcripts.id, cue.position, cue."startSeconds", cue."endSeconds", cue.text
          from ${transcripts}, rows from (jsonb_to_recordset(${JSON.stringify(cues)}::jsonb)
            as ("startSeconds" numeric, "endSeconds" numeric, text text)) with ordinality
            as cue("startSeconds", "endSeconds", text, position)
          where transcripts.video_id = ${videoId}::uuid and transcripts.language = ${language}`),
      ] as const,
  ).catch(refuse);
  const [row] = upserted;
  if (!row) throw new AppError('NOT_FOUND', 'The video is gone.');
  return row;
}

/** Makes it the one that players show first. Undefined without such a transcript. */
export async function makeDefault(db: Database, edited: Edited): Promise<TranscriptRow | undefined> {
  const { viewer, videoId, language } = edited;
  const [, , , rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        lockVideo(db, videoId),
        requireVersion(db, edited),
        db
          .update(transcripts)
          .set({ isDefault: false })
          .where(
            and(
              eq(transcripts.videoId, videoId),
              eq(transcripts.isDefault, true),
              ne(transcripts.language, language),
              sql`exists (select 1 from transcripts it
                where it.video_id = ${videoId}::uuid and it.language = ${language})`,
            ),
          ),
        db.update(transcripts).set({ isDefault: true }).where(isIt(videoId, language)).returning(columns),
      ] as const,
  ).catch(refuse);
  return rows[0];
}

/** Whether there was one. Of those left the oldest becomes the default, where none is. */
export async function removeTranscript(db: Database, edited: Edited): Promise<boolean> {
  const { viewer, videoId, language } = edited;
  const [, , gone] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        lockVideo(db, videoId),
        requireVersion(db, edited),
        db.delete(transcripts).where(isIt(videoId, language)).returning({ id: transcripts.id }),
        db.execute(sql`
          update ${transcripts} set is_default = true
          where id = (select id from ${transcripts} where video_id = ${videoId}::uuid order by created_at, id limit 1)
            and not exists (select 1 from ${transcripts} where video_id = ${videoId}::uuid and is_default)`),
      ] as const,
  ).catch(refuse);
  return gone.length > 0;
}

/** Ends the transaction, which cannot be asked, by a division by zero where it is another version by now. */
const requireVersion = (db: Database, { videoId, language, ifUpdatedAt }: Edited) =>
  db.execute(sql`
    select 1 / (case when ${ifUpdatedAt?.toISOString() ?? null}::timestamptz is null or exists (
      select 1 from ${transcripts} where video_id = ${videoId}::uuid and language = ${language}
        and updated_at = ${ifUpdatedAt?.toISOString() ?? null}::timestamptz
    ) then 1 else 0 end)`);

function refuse(error: unknown): never {
  if (sqlStateOf(error) === '22012')
    throw new AppError('STALE', 'Somebody changed this transcript in the meantime. Load it again.');
  throw toAppError(error, {});
}
