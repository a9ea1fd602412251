import { and, eq, isNull } from 'drizzle-orm';
import { Drawing } from '#protocol/drawing.ts';
import { comments } from '#tables/social.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

/** What was drawn with a comment; undefined where nothing was, and of a comment that is deleted or not there. */
export async function findDrawing(
  db: Database,
  viewer: Viewer,
  { videoId, commentId }: { videoId: string; commentId: string },
): Promise<Drawing | undefined> {
  const [[row]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select({ drawing: comments.drawing })
          .from(comments)
          .where(and(eq(comments.id, commentId), eq(comments.videoId, videoId), isNull(comments.deletedAt))),
      ] as const,
  );
  return row?.drawing ? Drawing.parse(row.drawing) : undefined;
}
