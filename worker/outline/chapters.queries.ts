import { and, asc, eq, inArray, ne, notInArray, sql, type SQL } from 'drizzle-orm';
import { chapters } from '#tables/outline.ts';
import { videos } from '#tables/library.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { getVideoWith } from '#worker/library/videos.queries.ts';
import type { Chapter, CompleteChapter } from './chapter.ts';

export interface ChapterList {
  chapters: Chapter[];
  /** Changes with every edit of the list; see entityTag. */
  version: string;
}

const columns = {
  id: chapters.id,
  title: chapters.title,
  description: chapters.description,
  startSeconds: chapters.startSeconds,
  endSeconds: chapters.endSeconds,
  position: chapters.position,
  updatedAt: chapters.updatedAt,
};

export const selectChapters = (db: Database, videoId: string | SQL<string>) =>
  db.select(columns).from(chapters).where(eq(chapters.videoId, videoId)).orderBy(asc(chapters.position));

export function toChapterList(rows: Awaited<ReturnType<typeof selectChapters>>): ChapterList {
  const newestMs = Math.max(0, ...rows.map((row) => row.updatedAt.getTime()));
  return {
    chapters: rows.map(toChapter),
    version: `${rows.length}-${newestMs}`,
  };
}

/** The chapters of a video, found together with it. Throws NOT_FOUND. */
export async function listChapters(db: Database, viewer: Viewer, videoRef: string): Promise<ChapterList> {
  const { result } = await getVideoWith(db, viewer, videoRef, selectChapters);
  return toChapterList(result);
}

const toChapter = ({ id, title, description, startSeconds, endSeconds, position }: Chapter): Chapter => ({
  id,
  title,
  description,
  startSeconds,
  endSeconds,
  position,
});

/** The present list, and which of `ids` belong to chapters of other videos. */
export async function listChaptersBefore(
  db: Database,
  viewer: Viewer,
  videoId: string,
  ids: string[],
): Promise<ChapterList & { foreignIds: string[] }> {
  const [rows, foreign] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectChapters(db, videoId),
        db
          .select({ id: chapters.id })
          .from(chapters)
          .where(and(inArray(chapters.id, ids), ne(chapters.videoId, videoId))),
      ] as const,
  );
  return { ...toChapterList(rows), foreignIds: foreign.map((row) => row.id) };
}

/** Edits of one outline come one after the other: each first takes the video's row. */
export const lockVideo = (db: Database, videoId: string) =>
  db.select({ id: videos.id }).from(videos).where(eq(videos.id, videoId)).for('no key update');

/** Numbers the chapters by time again, touching only those whose number changes. */
export const renumber = (db: Database, videoId: string) =>
  db.execute(sql`
    update ${chapters} set position = counted.position
    from (
      select id, row_number() over (order by start_seconds, id) as position
      from ${chapters} where video_id = ${videoId}::uuid
    ) counted
    where ${chapters.id} = counted.id and ${chapters.position} <> counted.position`);

export const upsertChapters = (db: Database, videoId: string, list: readonly CompleteChapter[]) =>
  db
    .insert(chapters)
    .values(list.map((chapter) => ({ ...chapter, videoId })))
    .onConflictDoUpdate({
      target: chapters.id,
      set: {
        title: sql`excluded.title`,
        description: sql`excluded.description`,
        startSeconds: sql`excluded.start_seconds`,
        endSeconds: sql`excluded.end_seconds`,
        position: sql`excluded.position`,
      },
    });

export const deleteOthers = (db: Database, videoId: string, keep: readonly string[]) =>
  db
    .delete(chapters)
    .where(
      and(eq(chapters.videoId, videoId), keep.length > 0 ? notInArray(chapters.id, [...keep]) : undefined),
    );
