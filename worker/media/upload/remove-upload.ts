import type { Database } from '#worker/db/client.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { tailKey } from '../keys.ts';
import { deleteUpload, listExpiredUploads, type Upload } from './uploads.queries.ts';

const EXPIRED_AT_ONCE = 100;

/** Ends an unfinished upload: its parts, its tail and the video it would have become (U9). */
export async function removeUpload(bucket: R2Bucket, db: Database, upload: Upload): Promise<void> {
  const multipart = bucket.resumeMultipartUpload(upload.storageKey, upload.r2UploadId);
  // Already completed or aborted by an earlier try: there is nothing left to abort then.
  await multipart.abort().catch(() => undefined);
  await bucket.delete(tailKey(upload.id, upload.offsetBytes));
  await removeOwnObject(bucket, upload);
  await deleteUpload(db, upload);
}

/** A file that stands complete but was never made a video; one that another upload left there stays. */
async function removeOwnObject(bucket: R2Bucket, upload: Upload): Promise<void> {
  const object = await bucket.head(upload.storageKey);
  if (object?.customMetadata?.['uploadId'] === upload.id) await bucket.delete(upload.storageKey);
}

/** Hourly: removes uploads nobody has finished in time. Answers how many. */
export async function expireUploads(env: Pick<Env, 'MEDIA' | 'DATABASE_URL'>, now: Date): Promise<number> {
  const db = createDatabase(env.DATABASE_URL);
  const expired = await listExpiredUploads(db, now, EXPIRED_AT_ONCE);
  for (const upload of expired) await removeUpload(env.MEDIA, db, upload);
  return expired.length;
}
