// oxlint-disable-next-line typescript/triple-slash-reference -- whoever compiles this file needs those types, in any project
/// <reference path="./hls-light.d.ts" />
import type Hls from 'hls.js';
import type { ErrorData, HlsConfig } from 'hls.js';
import { offerAirPlay } from './airplay.ts';
import { openNative } from './native-stream.ts';
import type { Stream, StreamListener } from './stream.ts';
import { StreamRecovery, type StreamTrouble } from './stream-recovery.ts';

/** Segments carry file time plus this, so that no decode time is negative (worker/media). */
const SEGMENT_SHIFT_SECONDS = 1;
/** Enough to begin at once, and no more before somebody watches. */
const BEFORE_PLAY = { maxBufferLength: 1, maxMaxBufferLength: 1 };
const WHILE_WATCHED = { maxBufferLength: 30, maxMaxBufferLength: 120 };

let library: Promise<typeof Hls> | undefined;

/** The library, asked for once: before a stream is opened, where somebody is about to want one. */
export const fetchLibrary = (): Promise<typeof Hls> => (library ??= importLibrary());

async function importLibrary(): Promise<typeof Hls> {
  try {
    return (await import('hls.js/light')).default;
  } catch (error) {
    library = undefined;
    throw error;
  }
}

/** Puts an HLS stream into a video element: hls.js where it runs, the browser's own player elsewhere. */
export async function openStream(
  video: HTMLVideoElement,
  url: string,
  listener: StreamListener,
): Promise<Stream> {
  const Library = await fetchLibrary();
  if (!Library.isSupported()) return openNative(video, url, listener);
  const isH264 = (): boolean => hls.levels.every(({ videoCodec }) => videoCodec?.startsWith('avc'));
  const hls: Hls = new Library({
    ...(await loaderFor(Library, isH264)),
    backBufferLength: 60,
    ...BEFORE_PLAY,
    capLevelToPlayerSize: true,
    startFragPrefetch: true,
    startPosition: listener.startSeconds() ?? -1,
  });
  hls.on(Library.Events.INIT_PTS_FOUND, (_event, { id, initPTS, timescale }) => {
    if (id === 'main') listener.onTimelineShift(initPTS / timescale - SEGMENT_SHIFT_SECONDS);
  });
  const again = () => {
    if (hls.levels.length === 0) hls.loadSource(url);
    else hls.startLoad(video.currentTime);
  };
  const recovery = recoverBy(hls, Library, { again, onFailure: listener.onFailure });
  hls.on(Library.Events.MEDIA_ATTACHED, () => offerAirPlay(video, url));
  hls.loadSource(url);
  hls.attachMedia(video);
  return {
    runAhead: () => void Object.assign(hls.config, WHILE_WATCHED),
    levels: () => hls.levels.map(({ height, bitrate }, index) => ({ index, lines: height, bitrate })),
    level: () => ({ index: hls.currentLevel, isAutomatic: hls.autoLevelEnabled }),
    chooseLevel: (index) => void (hls.nextLevel = index ?? -1),
    retry() {
      recovery.reset();
      again();
      if (video.error !== null) hls.recoverMediaError();
    },
    close() {
      recovery.stop();
      hls.destroy();
    },
  };
}

/** Firefox needs its fragments prepared (recovery-points.ts); what does that comes for Firefox only. */
async function loaderFor(library: typeof Hls, isH264: () => boolean): Promise<Partial<HlsConfig>> {
  if (!/\bFirefox\//.test(navigator.userAgent)) return {};
  return { fLoader: (await import('./fragment-loader.ts')).preparing(library.DefaultConfig.loader, isH264) };
}

/** Does what can be done without the viewer, and tells when that is over. */
function recoverBy(
  hls: Hls,
  library: typeof Hls,
  { again, onFailure }: { again: () => void } & Pick<StreamListener, 'onFailure'>,
) {
  const recovery = new StreamRecovery();
  let timer: ReturnType<typeof setTimeout> | undefined;
  hls.on(library.Events.ERROR, (_event, data) => {
    if (!data.fatal) return;
    const trouble = troubleOf(data, library);
    const next = recovery.next(trouble, performance.now());
    if ('failure' in next) return onFailure(next.failure);
    timer = setTimeout(() => (trouble.kind === 'media' ? hls.recoverMediaError() : again()), next.delayMs);
  });
  return { reset: () => recovery.reset(), stop: () => clearTimeout(timer) };
}

function troubleOf(data: ErrorData, { ErrorTypes, ErrorDetails }: typeof Hls): StreamTrouble {
  const isNetwork = data.type === ErrorTypes.NETWORK_ERROR;
  return {
    kind: isNetwork ? 'network' : data.type === ErrorTypes.MEDIA_ERROR ? 'media' : 'other',
    status: data.response?.code ?? 0,
    isUnknownFormat:
      data.details === ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR ||
      data.details === ErrorDetails.BUFFER_ADD_CODEC_ERROR ||
      data.details === ErrorDetails.BUFFER_INCOMPATIBLE_CODECS_ERROR,
  };
}
