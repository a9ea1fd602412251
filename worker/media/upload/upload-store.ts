import type { Database } from '#worker/db/client.ts';
import { tailKey } from '../keys.ts';
import type { PartSink, Progress, UploadStore } from './receive-body.ts';
import { claimPart, commitPart, commitTail } from './parts.queries.ts';
import type { Upload } from './uploads.queries.ts';

/** The durable side of one upload, as R2 and Postgres keep it. */
export function openUploadStore(bucket: R2Bucket, db: Database, upload: Upload): UploadStore {
  const tailAt = (progress: Progress): string => tailKey(upload.id, progress.offsetBytes);
  const multipart = bucket.resumeMultipartUpload(upload.storageKey, upload.r2UploadId);

  /** The tail that a commit has made useless. Left behind, it goes when the upload ends. */
  const dropTail = async (progress: Progress): Promise<void> => {
    if (progress.tailBytes > 0) await bucket.delete(tailAt(progress)).catch(() => undefined);
  };

  return {
    claimPart: (offsetBytes) => claimPart(db, upload.id, offsetBytes),
    openPart: (partNumber, lengthBytes) => openSink(multipart, partNumber, lengthBytes),
    async commitPart(from, to, part) {
      const isCommitted = await commitPart(db, upload.id, { from, to, part });
      if (isCommitted) await dropTail(from);
      return isCommitted;
    },
    async readTail(at) {
      const object = await bucket.get(tailAt(at));
      const bytes = object && new Uint8Array(await object.arrayBuffer());
      if (bytes?.length !== at.tailBytes) throw new Error(`the tail of upload ${upload.id} is gone`);
      return bytes;
    },
    async writeTail(at, bytes) {
      await bucket.put(tailAt(at), bytes);
    },
    async commitTail(from, to) {
      const isCommitted = await commitTail(db, upload.id, { from, to });
      if (isCommitted) await dropTail(from);
      return isCommitted;
    },
  };
}

/** R2 wants a part's length beforehand, and refuses the part when fewer bytes come. */
function openSink(multipart: R2MultipartUpload, partNumber: number, lengthBytes: number): PartSink {
  const { readable, writable } = new FixedLengthStream(lengthBytes);
  const stored = multipart.uploadPart(partNumber, readable);
  // Heard in `finish`, or of no more interest.
  stored.catch(() => undefined);
  const writer = writable.getWriter();
  return {
    write: (bytes) => writer.write(bytes),
    async finish() {
      await writer.close();
      return (await stored).etag;
    },
    abandon: () => void writer.abort(new Error('The sender is gone.')).catch(() => undefined),
  };
}
