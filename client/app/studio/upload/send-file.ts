import { defaultOptions, DetailedError, Upload } from 'tus-js-client';
import type { Told } from '#client/ui/told.ts';
import { fingerprintOf, fingerprintsOf } from './fingerprint.ts';
import { sentenceIn } from './problem-boundary.ts';

/** Waits between attempts; after the last it fails, or waits for the connection. */
const RETRY_DELAYS_MS = [0, 1000, 3000, 6000, 12_000];
/** One R2 part and a whole number of 8 MiB, as the server stores them. */
const CHUNK_BYTES = 16 * 1024 * 1024;
const ENDPOINT = '/api/uploads';

export interface Sending {
  pause(): void;
  resume(): void;
  /** Ends it at the server, too: what was sent is gone. */
  end(): Promise<void>;
}

interface Wish {
  file: File;
  userId: string;
  videoId: string;
  title: string;
  /** Whether the video was made for this file: told again by what is kept in the browser. */
  madeVideo: boolean;
}

export interface SendingNews {
  progressed(sentBytes: number): void;
  arrived(): void;
  /** The connection is gone: `resume` goes on. */
  wentOffline(): void;
  failed(error: Told, mayRetry: boolean): void;
}

/** Sends a file by tus for a video that waits for it: what was sent stays sent, through cuts and reloads. */
export async function sendFile(wish: Wish, news: SendingNews): Promise<Sending> {
  const { file, userId, videoId, title } = wish;
  const madeVideo = wish.madeVideo ? 'true' : 'false';
  const upload = new Upload(file, {
    endpoint: ENDPOINT,
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_DELAYS_MS,
    removeFingerprintOnSuccess: true,
    fingerprint: (whole) => fingerprintOf(whole, userId),
    metadata: { title, filename: file.name, filetype: file.type, videoId, madeVideo },
    onProgress: (sentBytes) => news.progressed(sentBytes),
    onSuccess: () => news.arrived(),
    onShouldRetry: ({ originalResponse }) => navigator.onLine && mayPass(originalResponse?.getStatus() ?? 0),
    onError: (error) => {
      if (!navigator.onLine) news.wentOffline();
      else news.failed({ message: wordsOf(error) }, mayPass(statusOf(error)) || isFull(error));
    },
  });
  const earlier = await upload.findPreviousUploads();
  const mine = earlier.find(({ metadata }) => metadata['videoId'] === videoId);
  if (mine) upload.resumeFromPreviousUpload(mine);
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
    end: () => upload.abort(true).catch(() => undefined),
  };
}

/** What was begun in this browser and is not at its end. */
export interface BegunUpload {
  fingerprint: string;
  storageKey: string;
  uploadUrl: string;
  videoId: string;
  /** False for one begun before this was kept, too. */
  madeVideo: boolean;
  fileName: string;
  sizeBytes: number;
}

export async function listBegun(userId: string): Promise<BegunUpload[]> {
  const all = await defaultOptions.urlStorage.findAllUploads();
  return all.flatMap(({ urlStorageKey, uploadUrl, size, metadata }) => {
    const fingerprint = urlStorageKey.slice('tus::'.length, urlStorageKey.lastIndexOf('::'));
    const { videoId, filename } = metadata;
    if (!fingerprint.startsWith(fingerprintsOf(userId)) || !uploadUrl || !videoId) return [];
    const madeVideo = metadata['madeVideo'] === 'true';
    const file = { fileName: filename ?? 'Untitled', sizeBytes: size ?? 0 };
    return [{ fingerprint, storageKey: urlStorageKey, uploadUrl, videoId, madeVideo, ...file }];
  });
}

export const forgetBegun = ({ storageKey }: BegunUpload): Promise<void> =>
  defaultOptions.urlStorage.removeUpload(storageKey);

/** How much of it the server has; null when it knows nothing of it any more. Throws while it cannot be asked. */
export async function sentBytesOf({ uploadUrl }: BegunUpload): Promise<number | null> {
  const answer = await fetch(uploadUrl, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return Number(answer.headers.get('upload-offset') ?? 0);
}

/** Ends at the server what was begun. */
export async function endBegun(begun: BegunUpload): Promise<void> {
  await Upload.terminate(begun.uploadUrl).catch(() => undefined);
  await forgetBegun(begun);
}

/** The largest file the server takes, as it says itself. */
export async function readMostBytes(): Promise<number | null> {
  try {
    const answer = await fetch(ENDPOINT, { method: 'OPTIONS' });
    return Number(answer.headers.get('tus-max-size')) || null;
  } catch {
    return null;
  }
}

const statusOf = (error: Error): number =>
  error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;

/** A refusal of the file itself stays a refusal; everything else may pass. */
const mayPass = (status: number): boolean => ![400, 401, 403, 404, 413, 415, 422].includes(status);

/** Room can be made, by hand. */
const isFull = (error: Error): boolean =>
  error instanceof DetailedError && (error.originalResponse?.getBody() ?? '').includes(':storage-full"');

function wordsOf(error: Error): string {
  if (!(error instanceof DetailedError)) return `${error.message} What was sent is kept.`;
  const said = sentenceIn(error.originalResponse?.getBody());
  if (said) return said;
  if (!error.originalResponse) return 'The server cannot be reached. What was sent is kept.';
  return `The server answered ${error.originalResponse.getStatus()}. What was sent is kept.`;
}
