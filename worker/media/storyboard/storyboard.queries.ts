import { eq } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

/** Notes that the video has a storyboard, under the viewer's own rights. */
export async function saveStoryboardKey(
  db: Database,
  viewer: SignedInViewer,
  { videoId, key }: { videoId: string; key: string },
): Promise<void> {
  await runAs(db, actorOf(viewer), (db) => [
    db.update(videos).set({ storyboardKey: key }).where(eq(videos.id, videoId)),
  ]);
}
