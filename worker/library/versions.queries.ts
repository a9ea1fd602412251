import { and, desc, eq, or, sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { actorOf, type SignedInViewer, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { isPresent, selectVideos } from './video-row.queries.ts';
import { getVideoWith, withRole, type VideoRow } from './videos.queries.ts';

/** More than anybody has looked through. */
const VERSIONS_AT_MOST = 500;

/** The versions of a video's stack that the viewer may see, the newest first. One request. Throws NOT_FOUND. */
export async function listVersions(db: Database, viewer: Viewer, ref: string): Promise<VideoRow[]> {
  const { result } = await getVideoWith(db, viewer, ref, (db, videoId) => {
    const head = sql`(select coalesce(stack.version_of, stack.id) from videos as stack where stack.id = ${videoId})`;
    return selectVideos(db, viewer)
      .where(and(isPresent, or(eq(videos.id, head), eq(videos.versionOf, head))))
      .orderBy(desc(videos.versionNumber))
      .limit(VERSIONS_AT_MOST);
  });
  return result.flatMap((row) => withRole(row, viewer) ?? []);
}

export interface NewVersion {
  id: string;
  shortId: string;
  title: string | null;
}

/** Adds a version that waits for its file. Undefined when the id is taken by something else. Throws FORBIDDEN. */
export async function insertVersion(
  db: Database,
  viewer: SignedInViewer,
  video: VideoRow,
  { id, shortId, title }: NewVersion,
): Promise<{ row: VideoRow; isNew: boolean } | undefined> {
  const [added, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute<{ is_new: boolean }>(
          sql`select app.add_version(${video.id}, ${id}, ${shortId}, ${title}) as is_new`,
        ),
        selectVideos(db, viewer).where(and(eq(videos.id, id), isPresent)),
      ] as const,
  ).catch((error: unknown) => {
    throw toAppError(error);
  });
  const row = rows[0] && withRole(rows[0], viewer);
  // Made before by the same id, and of this stack: a repeat.
  const head = video.versionOf ?? video.id;
  if (!row || (row.versionOf ?? row.id) !== head || row.id === head) return undefined;
  return { row, isNew: added.rows[0]?.is_new === true };
}
