import type { Env } from '#worker/env.ts';
import { createDatabase, type Database } from '#worker/db/client.ts';
import { tailKey, videoPrefix } from '#worker/media/keys.ts';
import { archiveOldVideos, claimTrash, deleteVideoRow, listUploadsOf } from './trash.queries.ts';

const AT_ONCE = 100;
const MOST_ROUNDS = 50;

type Stores = Pick<Env, 'MEDIA' | 'ROOMS'>;

/**
 * Removes a deleted video for good: its objects, then its room's memory, then its row. In this order, so that what is
 * interrupted is found again; each step may be done twice.
 */
export async function purgeVideo(
  env: Stores,
  db: Database,
  { id, shortId }: { id: string; shortId: string },
): Promise<void> {
  for (const upload of await listUploadsOf(db, id)) {
    if (upload.r2UploadId !== null)
      // Completed or aborted before: then there is nothing left to abort.
      await env.MEDIA.resumeMultipartUpload(upload.storageKey, upload.r2UploadId)
        .abort()
        .catch(() => undefined);
    await env.MEDIA.delete(tailKey(upload.id, upload.offsetBytes));
  }
  await deletePrefix(env.MEDIA, videoPrefix(shortId));
  await env.ROOMS.getByName(id).forget();
  await deleteVideoRow(db, id);
}

async function deletePrefix(bucket: R2Bucket, prefix: string): Promise<void> {
  for (;;) {
    const { objects } = await bucket.list({ prefix });
    if (objects.length === 0) return;
    await bucket.delete(objects.map(({ key }) => key));
  }
}

/** Nightly: what has lain in the trash for 30 days goes. One that cannot be removed keeps no other from it. */
export async function purgeTrash(
  env: Stores & Pick<Env, 'DATABASE_URL'>,
): Promise<{ purged: number; failed: number }> {
  const db = createDatabase(env.DATABASE_URL);
  const found = { purged: 0, failed: 0 };
  for (let round = 0; round < MOST_ROUNDS && found.failed < AT_ONCE; round += 1) {
    const due = await claimTrash(db, AT_ONCE);
    const before = found.purged;
    for (const video of due)
      await purgeVideo(env, db, video).then(
        () => void (found.purged += 1),
        (error: unknown) => {
          found.failed += 1;
          console.error(
            JSON.stringify({ level: 'error', where: 'purge', videoId: video.id, error: String(error) }),
          );
        },
      );
    if (due.length < AT_ONCE || found.purged === before) break;
  }
  return found;
}

/** Nightly: what its organization wants archived by its age. */
export const archiveByAge = async (env: Pick<Env, 'DATABASE_URL'>): Promise<{ archived: number }> => ({
  archived: await archiveOldVideos(createDatabase(env.DATABASE_URL), 10_000),
});
