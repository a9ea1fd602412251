import { eq } from 'drizzle-orm';
import { users } from '#tables/accounts.ts';
import { videoEdits } from '#tables/video-edits.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { getVideoWith, type VideoRow } from './videos.queries.ts';

export interface LastEdit {
  part: 'details' | 'chapters';
  editedAt: Date;
  editedBy: string;
  name: string;
}

/** Who changed each part of a video last, as far as this viewer may know. Throws NOT_FOUND. */
export async function getLastEdits(
  db: Database,
  viewer: Viewer,
  ref: string,
): Promise<{ video: VideoRow; edits: LastEdit[] }> {
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) =>
    db
      .select({
        part: videoEdits.part,
        editedAt: videoEdits.editedAt,
        editedBy: videoEdits.editedBy,
        name: users.name,
      })
      .from(videoEdits)
      .innerJoin(users, eq(users.id, videoEdits.editedBy))
      .where(eq(videoEdits.videoId, videoId))
      .orderBy(videoEdits.part),
  );
  return { video, edits: result };
}
