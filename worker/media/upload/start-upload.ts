import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import { sourceKey } from '../keys.ts';
import { UPLOAD_LIFETIME_MS } from './limits.ts';
import { makeShortId } from '#worker/library/short-id.ts';
import type { UploadMetadata } from './upload-metadata.ts';
import { findUploadTarget, insertUpload } from './uploads.queries.ts';

export type Started = { id: string; expiresAt: Date };

type Wish = {
  viewer: SignedInViewer;
  lengthBytes: number;
  metadata: UploadMetadata;
  /** What an organization may store that has no limit of its own. */
  standardBytes: number | null;
};
type Means = { now: Date; makeId: () => string };

/** Opens the multipart object, then writes the upload and, unless one waits for the file, its video. */
export async function startUpload(
  bucket: R2Bucket,
  db: Database,
  { viewer, lengthBytes, metadata, standardBytes, now, makeId }: Wish & Means,
): Promise<Started> {
  const { title, filename, filetype, videoId } = metadata;
  const waiting = videoId === undefined ? undefined : await getUploadTarget(db, viewer, videoId);
  const shortId = waiting?.shortId ?? makeShortId();
  const storageKey = sourceKey(shortId);
  const id = makeId();
  const multipart = await bucket.createMultipartUpload(storageKey, { customMetadata: { uploadId: id } });
  const expiresAt = new Date(now.getTime() + UPLOAD_LIFETIME_MS);
  try {
    await insertUpload(db, actorOf(viewer), {
      id,
      userId: viewer.userId,
      videoId: videoId ?? makeId(),
      lengthBytes,
      storageKey,
      r2UploadId: multipart.uploadId,
      filename,
      filetype,
      expiresAt,
      standardBytes,
      makes: waiting ? undefined : { shortId, title },
    });
  } catch (error) {
    await multipart.abort().catch(() => undefined);
    throw toAppError(error);
  }
  return { id, expiresAt };
}

async function getUploadTarget(db: Database, viewer: SignedInViewer, videoId: string) {
  const video = await findUploadTarget(db, actorOf(viewer), videoId);
  if (!video) throw new AppError('NOT_FOUND', 'There is no such video that you manage.');
  if (video.processingStatus === 'complete')
    throw new AppError('CONFLICT', 'That video has its file already.');
  return video;
}
