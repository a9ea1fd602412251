// oxlint-disable-next-line typescript/triple-slash-reference -- whoever compiles this file needs those types, in any project
/// <reference path="./hls-light.d.ts" />
import type Hls from 'hls.js';
import type { ErrorData } from 'hls.js';

/** Segments carry file time plus this, so that no decode time is negative (worker/media). */
const SEGMENT_SHIFT_SECONDS = 1;
const MOST_RECOVERIES = 2;

export interface StreamListener {
  /** File time minus the element's time. It depends on the segment hls.js happened to start with. */
  onTimelineShift(shiftSeconds: number): void;
  /** It does not go on by itself; the words are for the viewer. */
  onFailure(words: string): void;
}

export interface Stream {
  retry(): void;
  close(): void;
}

/** Puts an HLS stream into a video element: hls.js where it runs, the browser's own player elsewhere. */
export async function openStream(
  video: HTMLVideoElement,
  url: string,
  listener: StreamListener,
): Promise<Stream> {
  const { default: Library } = await import('hls.js/light');
  if (!Library.isSupported()) return openNative(video, url, listener);
  const hls = new Library({ backBufferLength: 60, maxBufferLength: 30, capLevelToPlayerSize: true });
  let recoveries = 0;
  hls.on(Library.Events.INIT_PTS_FOUND, (_event, { id, initPTS, timescale }) => {
    if (id === 'main') listener.onTimelineShift(initPTS / timescale - SEGMENT_SHIFT_SECONDS);
  });
  hls.on(Library.Events.ERROR, (_event, data) => {
    if (!data.fatal) return;
    if (data.type === Library.ErrorTypes.MEDIA_ERROR && recoveries < MOST_RECOVERIES) {
      recoveries += 1;
      hls.recoverMediaError();
    } else listener.onFailure(wordsFor(data, Library));
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return {
    retry() {
      recoveries = 0;
      if (hls.levels.length === 0) hls.loadSource(url);
      else hls.startLoad(video.currentTime);
      if (video.error !== null) hls.recoverMediaError();
    },
    close: () => hls.destroy(),
  };
}

function openNative(video: HTMLVideoElement, url: string, listener: StreamListener): Stream {
  const stop = new AbortController();
  const fail = () => listener.onFailure('This browser cannot play the video.');
  if (video.canPlayType('application/vnd.apple.mpegurl') === '') {
    fail();
    return { retry: fail, close: () => undefined };
  }
  video.addEventListener('error', () => listener.onFailure('The video stopped loading.'), {
    signal: stop.signal,
  });
  video.src = url;
  return {
    retry: () => video.load(),
    close() {
      stop.abort();
      video.removeAttribute('src');
      video.load();
    },
  };
}

function wordsFor(data: ErrorData, library: typeof Hls): string {
  const status = data.response?.code ?? 0;
  if (status === 403 || status === 404 || status === 410) return 'The video is not available here any more.';
  if (data.type === library.ErrorTypes.NETWORK_ERROR)
    return 'The video cannot be reached. Check your connection.';
  if (data.type === library.ErrorTypes.MEDIA_ERROR) return 'This browser cannot play the video.';
  return 'The video stopped unexpectedly.';
}
