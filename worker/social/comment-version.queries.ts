import { and, eq, isNull } from 'drizzle-orm';
import { comments } from '#tables/social.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

/** How often a comment was changed; undefined where there is no such. */
export async function findCommentVersion(
  db: Database,
  viewer: Viewer,
  { videoId, commentId }: { videoId: string; commentId: string },
): Promise<number | undefined> {
  const [[row]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select({ version: comments.version })
          .from(comments)
          .where(and(eq(comments.id, commentId), eq(comments.videoId, videoId), isNull(comments.deletedAt))),
      ] as const,
  );
  return row?.version;
}
