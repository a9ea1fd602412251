import { signal, type ReadonlySignal } from '@preact/signals';
import { DetailedError, Upload, type HttpResponse } from 'tus-js-client';
import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';
import { capturePoster, sendPoster } from './poster.ts';
import { sentenceIn } from './problem-boundary.ts';
import { makeStoryboard, sendStoryboard } from './storyboard.ts';
import type { UploadState } from './upload-state.ts';

export interface UploadDetails {
  title: string;
  visibility: 'private' | 'unlisted' | 'public';
}

export interface Uploader {
  readonly state: ReadonlySignal<UploadState>;
  start(file: File, details: UploadDetails): Promise<void>;
  pause(): void;
  resume(): void;
  cancel(): void;
}

/** Waits between attempts; the last one is asked for again and again by `online` or the Retry button. */
const RETRY_DELAYS_MS = [0, 1000, 3000, 6000, 12_000];
/** One R2 part and a whole number of 8 MiB, as the server stores them. */
const CHUNK_BYTES = 16 * 1024 * 1024;
const STORYBOARD_PATIENCE_MS = 60_000;

/** Sends a file by tus: what was sent stays sent, through pauses, lost connections and reloads. */
export function createUploader(): Uploader {
  const state = signal<UploadState>({ stage: 'choosing' });
  let upload: Upload | undefined;
  let progress = { sentBytes: 0, totalBytes: 0 };
  let poster: Promise<Blob | undefined> = Promise.resolve(undefined);

  const finish = async (response: HttpResponse, { title, visibility }: UploadDetails) => {
    state.value = { stage: 'preparing' };
    // `/api/videos/{shortId}`
    const id = response.getHeader('Video-Location')?.split('/').pop();
    if (!id) throw new Error('The file arrived, but the server did not say where the video is.');
    const video = await answerOf(
      api.PATCH('/api/videos/{id}', { params: { path: { id } }, body: { title, visibility } }),
    );
    const picture = await poster;
    if (picture && video.processingStatus === 'complete') await sendPoster(id, picture);
    // Beside everything else: nobody has to wait for it.
    if (video.processingStatus === 'complete') void addStoryboard(id, upload?.file);
    const videoPath = `/v/${video.shortId}`;
    state.value =
      video.processingStatus === 'error'
        ? { stage: 'failed', reason: video.processingError ?? 'This file cannot be played.', mayRetry: false }
        : { stage: 'ready', videoPath };
  };

  const fail = (error: unknown) => {
    if (!navigator.onLine) {
      state.value = { stage: 'offline', ...progress };
      return;
    }
    state.value = { stage: 'failed', reason: wordsOf(error), mayRetry: isWorthRetrying(error) };
  };

  addEventListener('online', () => {
    if (state.peek().stage === 'offline') resume();
  });

  function resume() {
    state.value = { stage: 'sending', ...progress };
    upload?.start();
  }

  return {
    state,
    async start(file, details) {
      progress = { sentBytes: 0, totalBytes: file.size };
      poster = capturePoster(file);
      state.value = { stage: 'sending', ...progress };
      upload = new Upload(file, {
        endpoint: '/api/uploads',
        chunkSize: CHUNK_BYTES,
        retryDelays: RETRY_DELAYS_MS,
        removeFingerprintOnSuccess: true,
        metadata: { title: details.title, filename: file.name, filetype: file.type },
        onProgress: (sentBytes, totalBytes) => {
          progress = { sentBytes, totalBytes };
          if (state.peek().stage === 'sending') state.value = { stage: 'sending', ...progress };
        },
        onError: fail,
        onSuccess: ({ lastResponse }) => void finish(lastResponse, details).catch(fail),
      });
      // The same file chosen again after a reload goes on where it stopped.
      const [earlier] = await upload.findPreviousUploads();
      if (earlier) upload.resumeFromPreviousUpload(earlier);
      upload.start();
    },
    pause() {
      void upload?.abort();
      state.value = { stage: 'paused', ...progress };
    },
    resume,
    cancel() {
      void upload?.abort(true).catch(() => undefined);
      state.value = { stage: 'choosing' };
    },
  };
}

function wordsOf(error: unknown): string {
  if (error instanceof DetailedError) {
    const said = sentenceIn(error.originalResponse?.getBody());
    if (said) return said;
    if (!error.originalResponse) return 'The connection was lost. What was sent is kept.';
    return `The server answered ${error.originalResponse.getStatus()}. What was sent is kept.`;
  }
  return error instanceof Error ? error.message : 'That did not work. What was sent is kept.';
}

/** A refusal of the file itself stays a refusal; everything else may pass. */
function isWorthRetrying(error: unknown): boolean {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  return ![400, 401, 403, 404, 413, 415, 422].includes(status);
}

async function addStoryboard(videoId: string, file: unknown): Promise<void> {
  if (!(file instanceof Blob)) return;
  const storyboard = await makeStoryboard(file, AbortSignal.timeout(STORYBOARD_PATIENCE_MS));
  if (storyboard) await sendStoryboard(videoId, storyboard);
}
