import { and, eq, sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { chapters } from '#tables/outline.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { sqlStateOf, toAppError, type ConstraintMap } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import type { ChapterEdit, ChapterInput, CompleteChapter } from './chapter.ts';
import {
  deleteOthers,
  lockVideo,
  renumber,
  selectChapters,
  toChapterList,
  upsertChapters,
  type ChapterList,
} from './chapters.queries.ts';

/** A number no list reaches: the new chapter stands there until the renumbering, later in the transaction. */
const UNNUMBERED = 1_000_000;

interface Edited {
  viewer: Viewer;
  videoId: string;
  /** What to answer for each constraint the edit can break. */
  faults: ConstraintMap;
}

/** Puts `list` in the place of all chapters; with `ifVersion` only of that version of them. Throws STALE. */
export async function replaceChapters(
  db: Database,
  { viewer, videoId, faults }: Edited,
  { list, ifVersion }: { list: readonly CompleteChapter[]; ifVersion: string | undefined },
): Promise<ChapterList> {
  const keep = list.map((chapter) => chapter.id);
  const results = await runAs(db, actorOf(viewer), (db) => {
    const before = [lockVideo(db, videoId), requireVersion(db, videoId, ifVersion)] as const;
    const after = [deleteOthers(db, videoId, keep), selectChapters(db, videoId)] as const;
    const [remove, select] = after;
    return list.length === 0
      ? ([...before, remove, select] as const)
      : ([...before, remove, upsertChapters(db, videoId, list), select] as const);
  }).catch((error: unknown) => refuse(error, faults));
  return toChapterList(results.at(-1) as Awaited<ReturnType<typeof selectChapters>>);
}

/** Adds a chapter where it belongs in time. The id is the caller's, so a repeat changes nothing. */
export async function addChapter(
  db: Database,
  { viewer, videoId, faults }: Edited,
  chapter: ChapterInput & { id: string },
): Promise<ChapterList & { isNew: boolean }> {
  const nextStart = sql`select min(start_seconds) from ${chapters}
    where video_id = ${videoId}::uuid and start_seconds > ${chapter.startSeconds}::numeric`;
  const videoEnd = sql`select ${videos.durationSeconds} from ${videos} where ${videos.id} = ${videoId}::uuid`;
  const values = {
    id: chapter.id,
    videoId,
    title: chapter.title,
    description: chapter.description || null,
    startSeconds: chapter.startSeconds,
    endSeconds: chapter.endSeconds ?? sql<number>`coalesce((${nextStart}), (${videoEnd}))`,
    position: UNNUMBERED,
  };
  const [, added, , rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        lockVideo(db, videoId),
        db
          .insert(chapters)
          .values(values)
          .onConflictDoNothing({ target: chapters.id })
          .returning({ id: chapters.id }),
        renumber(db, videoId),
        selectChapters(db, videoId),
      ] as const,
  ).catch((error: unknown) => refuse(error, faults));
  return { ...toChapterList(rows), isNew: added.length > 0 };
}

/** Changes one chapter, with `ifVersion` only in that version of the list (STALE); undefined when there is no such. */
export async function editChapter(
  db: Database,
  { viewer, videoId, faults }: Edited,
  { id, edit, ifVersion }: { id: string; edit: ChapterEdit; ifVersion: string | undefined },
): Promise<ChapterList | undefined> {
  const [, , changed, , rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        lockVideo(db, videoId),
        requireVersion(db, videoId, ifVersion),
        db.update(chapters).set(edit).where(isIt(videoId, id)).returning({ id: chapters.id }),
        renumber(db, videoId),
        selectChapters(db, videoId),
      ] as const,
  ).catch((error: unknown) => refuse(error, faults));
  return changed.length > 0 ? toChapterList(rows) : undefined;
}

export async function removeChapter(
  db: Database,
  { viewer, videoId }: Edited,
  id: string,
): Promise<{ isGone: boolean }> {
  const [, gone] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        lockVideo(db, videoId),
        db.delete(chapters).where(isIt(videoId, id)).returning({ id: chapters.id }),
        renumber(db, videoId),
      ] as const,
  ).catch((error: unknown) => refuse(error, {}));
  return { isGone: gone.length > 0 };
}

const isIt = (videoId: string, id: string) => and(eq(chapters.videoId, videoId), eq(chapters.id, id));

/**
 * Fails the transaction (by a division by zero: it is not interactive, so it must end itself) when the list
 * is no longer the version the edit was made from. The video's row is locked, so nothing comes in between.
 */
const requireVersion = (db: Database, videoId: string, version: string | undefined) =>
  db.execute(sql`
    select 1 / (case when ${version ?? null}::text is null or ${version ?? null}::text = (
      select count(*) || '-' || coalesce((extract(epoch from max(updated_at)) * 1000)::bigint, 0)
      from ${chapters} where video_id = ${videoId}::uuid
    ) then 1 else 0 end)`);

function refuse(error: unknown, faults: ConstraintMap): never {
  if (sqlStateOf(error) === '22012')
    throw new AppError('STALE', 'Somebody changed the chapters in the meantime. Load them again.');
  throw toAppError(error, faults);
}
