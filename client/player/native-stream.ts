import type { Stream, StreamListener } from './stream.ts';

/** `MediaError.code` where the file's format is the trouble. */
const NOT_SUPPORTED = 4;

/** The browser plays HLS itself, or does not. */
export function openNative(
  video: HTMLVideoElement,
  url: string,
  { onFailure }: Pick<StreamListener, 'onFailure'>,
): Stream {
  const stop = new AbortController();
  const isAble = video.canPlayType('application/vnd.apple.mpegurl') !== '';
  const fail = () => onFailure(video.error?.code === NOT_SUPPORTED || !isAble ? 'unplayable' : 'stopped');
  if (isAble) {
    video.addEventListener('error', fail, { signal: stop.signal });
    video.src = url;
  } else fail();
  return {
    runAhead: () => undefined,
    levels: () => [],
    level: () => ({ index: -1, isAutomatic: true }),
    chooseLevel: () => undefined,
    retry: () => (isAble ? video.load() : fail()),
    close() {
      stop.abort();
      video.removeAttribute('src');
      video.load();
    },
  };
}
