import { api } from '#client/api/client.ts';

const WIDTH_PIXELS = 1280;
const JPEG_QUALITY = 0.82;
/** Past fades from black, and never far into a long film. */
const positionSecondsIn = (durationSeconds: number): number => Math.min(durationSeconds * 0.1, 10);
/** A file this browser cannot read must not hold up its upload. */
const PATIENCE_MS = 8000;

/** A frame of the file as a JPEG, taken here before a byte is sent; undefined where this browser cannot. */
export async function capturePoster(file: Blob): Promise<Blob | undefined> {
  const video = document.createElement('video');
  const given = AbortSignal.timeout(PATIENCE_MS);
  video.muted = true;
  video.preload = 'auto';
  video.src = URL.createObjectURL(file);
  try {
    await once(video, 'loadedmetadata', given);
    if (video.videoWidth === 0) return undefined;
    video.currentTime = positionSecondsIn(video.duration);
    await once(video, 'seeked', given);
    return await drawFrame(video);
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(video.src);
    video.removeAttribute('src');
    video.load();
  }
}

/** Best effort: a video without a poster is still a video. */
export async function sendPoster(videoId: string, poster: Blob): Promise<void> {
  await api
    .PUT('/api/videos/{id}/poster', {
      params: { path: { id: videoId } },
      headers: { 'content-type': 'image/jpeg' },
      body: '',
      bodySerializer: () => poster,
    })
    .catch(() => undefined);
}

async function drawFrame(video: HTMLVideoElement): Promise<Blob> {
  const scale = Math.min(1, WIDTH_PIXELS / video.videoWidth);
  const width = Math.round(video.videoWidth * scale);
  const height = Math.round(video.videoHeight * scale);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

function once(
  video: HTMLVideoElement,
  event: 'loadedmetadata' | 'seeked',
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new Error('This browser cannot read the file.')), {
      once: true,
    });
    signal.addEventListener('abort', () => reject(new Error('This browser takes too long.')), { once: true });
  });
}
