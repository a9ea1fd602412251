import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { sourceKey } from '../keys.ts';
import { UPLOAD_LIFETIME_MS } from './limits.ts';
import { makeShortId } from '#worker/library/short-id.ts';
import type { UploadMetadata } from './upload-metadata.ts';
import { insertUpload } from './uploads.queries.ts';

export type Started = { id: string; expiresAt: Date };

/** Opens the multipart object, then writes the pending video and its upload together. */
export async function startUpload(
  bucket: R2Bucket,
  db: Database,
  {
    viewer,
    lengthBytes,
    metadata,
    now,
    makeId,
  }: {
    viewer: SignedInViewer;
    lengthBytes: number;
    metadata: UploadMetadata;
    now: Date;
    makeId: () => string;
  },
): Promise<Started> {
  const shortId = makeShortId();
  const storageKey = sourceKey(shortId);
  const multipart = await bucket.createMultipartUpload(storageKey);
  const id = makeId();
  const expiresAt = new Date(now.getTime() + UPLOAD_LIFETIME_MS);
  try {
    await insertUpload(db, actorOf(viewer), {
      ...metadata,
      id,
      userId: viewer.userId,
      videoId: makeId(),
      shortId,
      lengthBytes,
      storageKey,
      r2UploadId: multipart.uploadId,
      expiresAt,
    });
  } catch (error) {
    await multipart.abort().catch(() => undefined);
    throw toAppError(error);
  }
  return { id, expiresAt };
}
