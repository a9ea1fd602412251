import type { Database } from '#worker/db/client.ts';
import { AppError } from '#worker/http/app-error.ts';
import { ingestSource } from '../ingest.ts';
import { saveOutcome } from './outcome.queries.ts';
import { listParts } from './parts.queries.ts';
import type { Upload } from './uploads.queries.ts';

/**
 * What turns the last byte into a video. Each step looks whether it has been done, so that after a crash
 * between any two of them the next request goes on from there (U6), and two at once do no harm.
 */
export async function finishUpload(
  bucket: R2Bucket,
  db: Database,
  { upload, now }: { upload: Upload; now: Date },
): Promise<void> {
  if (upload.isFinished || upload.offsetBytes < upload.lengthBytes) return;
  await completeObject(bucket, db, upload);
  const outcome = await ingestSource(bucket, upload.shortId);
  await saveOutcome(db, upload, { outcome, now });
}

async function completeObject(bucket: R2Bucket, db: Database, upload: Upload): Promise<void> {
  const [isDone, { parts, isVideoComplete }] = await Promise.all([
    isStored(bucket, upload),
    listParts(db, upload.id),
  ]);
  if (isDone) return;
  if (isVideoComplete) throw new AppError('CONFLICT', 'Another upload has become this video already.');
  try {
    await bucket.resumeMultipartUpload(upload.storageKey, upload.r2UploadId).complete(parts);
  } catch (error) {
    if (!(await isStored(bucket, upload))) throw error;
  }
}

/** The object carries its upload's id: a file an earlier upload has left there is not taken for this one. */
async function isStored(bucket: R2Bucket, upload: Upload): Promise<boolean> {
  const object = await bucket.head(upload.storageKey);
  return object?.customMetadata?.['uploadId'] === upload.id;
}
