import type { Database } from '#worker/db/client.ts';
import { AppError } from '#worker/http/app-error.ts';
import { finishUpload } from './finish-upload.ts';
import { receiveBody, type ReceiveOptions } from './receive-body.ts';
import { openUploadStore } from './upload-store.ts';
import type { Upload } from './uploads.queries.ts';

/** Takes one PATCH, and finishes the upload when its last byte has come. Answers how far it now is. */
export async function receivePatch(
  bucket: R2Bucket,
  db: Database,
  { upload, offsetBytes, request }: { upload: Upload; offsetBytes: number; request: Request },
): Promise<Upload> {
  if (offsetBytes !== upload.offsetBytes) throw elsewhere(upload.offsetBytes);
  const announcedBytes = Number(request.headers.get('content-length') ?? 0);
  if (announcedBytes > upload.lengthBytes - offsetBytes) throw tooMuch();
  const isOpen = !upload.isFinished && request.body !== null;
  const store = openUploadStore(bucket, db, upload);
  const received = isOpen ? await receive(request.body, upload, { store, announcedBytes }) : upload;
  await finishUpload(bucket, db, { upload: received, now: new Date() });
  return received;
}

async function receive(
  body: ReadableStream<Uint8Array>,
  upload: Upload,
  options: ReceiveOptions,
): Promise<Upload> {
  const { progress, end } = await receiveBody(body, upload, options);
  if (end === 'overtaken') throw elsewhere(undefined);
  if (end === 'tooMuch') throw tooMuch();
  return { ...upload, ...progress };
}

const elsewhere = (offsetBytes: number | undefined): AppError =>
  new AppError(
    'CONFLICT',
    offsetBytes === undefined
      ? 'Another request is sending this file at the same moment. Ask with HEAD how far it is.'
      : `The upload stands at byte ${offsetBytes}. Ask with HEAD, then go on from there.`,
  );

const tooMuch = (): AppError =>
  new AppError(
    'TOO_LARGE',
    'More bytes than the file was announced to have. Nothing beyond its length is kept.',
  );
