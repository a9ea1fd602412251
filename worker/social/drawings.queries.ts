import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { Drawing } from '#protocol/drawing.ts';
import { comments } from '#tables/social.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { getVideoWith, type VideoRow } from '#worker/library/videos.queries.ts';

/** What was drawn with a comment; undefined where nothing was, and of a comment that is deleted or not there. */
export async function findDrawing(
  db: Database,
  viewer: Viewer,
  { videoId, commentId }: { videoId: string; commentId: string },
): Promise<Drawing | undefined> {
  const [rows] = await runAs(db, actorOf(viewer), (db) => [selectDrawing(db, videoId, commentId)] as const);
  return toDrawing(rows);
}

/** The same and the video, found by id or short id, in one request. Throws NOT_FOUND. */
export async function getVideoAndDrawing(
  db: Database,
  viewer: Viewer,
  { ref, commentId }: { ref: string; commentId: string },
): Promise<{ video: VideoRow; drawing: Drawing | undefined }> {
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    selectDrawing(db, videoId, commentId),
  );
  return { video, drawing: toDrawing(result) };
}

const selectDrawing = (db: Database, videoId: string | SQL<string>, commentId: string) =>
  db
    .select({ drawing: comments.drawing })
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.videoId, videoId), isNull(comments.deletedAt)));

const toDrawing = ([row]: { drawing: unknown }[]): Drawing | undefined =>
  row?.drawing ? Drawing.parse(row.drawing) : undefined;
