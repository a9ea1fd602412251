import { createMediaStore, type MediaStore } from 'media-chrome/dist/media-store/media-store.js';
import { requestMap } from 'media-chrome/dist/media-store/request-map.js';
import { stateMediator } from 'media-chrome/dist/media-store/state-mediator.js';
import { FILL_EVENT, type FullScreen } from '../full-screen.ts';
import type { PlayerMedia } from '../player-media.ts';
import { chosenRate } from '../rates.ts';
import { INTENT_EVENT, type PlayerRequests } from '../requests.ts';

/**
 * The store behind the controls: facts are read from the element, in file time; what moves the picture goes
 * through `requests`, to the element or to the room. Everything else (volume, full screen…) is media-chrome's.
 */
export function createPlayerStore(
  fullscreenElement: HTMLElement,
  { media, requests, fullScreen }: { media: PlayerMedia; requests: PlayerRequests; fullScreen: FullScreen },
): MediaStore {
  const { video } = media;
  return createMediaStore({
    media: video,
    fullscreenElement,
    documentElement: document,
    stateMediator: {
      ...stateMediator,
      mediaPaused: {
        ...stateMediator.mediaPaused,
        get: () => !requests.isPlaying,
        mediaEvents: [...(stateMediator.mediaPaused.mediaEvents ?? []), INTENT_EVENT],
      },
      mediaCurrentTime: { ...stateMediator.mediaCurrentTime, get: () => media.positionSeconds },
      mediaDuration: { ...stateMediator.mediaDuration, get: () => media.durationSeconds || Number.NaN },
      mediaIsFullscreen: {
        ...stateMediator.mediaIsFullscreen,
        get: () => fullScreen.isOn,
        set: (isOn: boolean) => fullScreen.set(isOn),
        mediaEvents: [...(stateMediator.mediaIsFullscreen.mediaEvents ?? []), FILL_EVENT],
      },
      mediaFullscreenUnavailable: { get: () => (fullScreen.kind === 'none' ? 'unsupported' : undefined) },
      mediaPlaybackRate: { ...stateMediator.mediaPlaybackRate, get: () => chosenRate(video.playbackRate) },
    },
    requestMap: {
      ...requestMap,
      // Ours shows pictures and chapters by itself.
      mediapreviewrequest: () => undefined,
      mediaplayrequest: () => requests.play(),
      mediapauserequest: () => requests.pause(),
      mediaseekrequest: (_mediator, _owners, { detail }) => {
        if (typeof detail === 'number') requests.seek(detail);
      },
      mediaplaybackraterequest: (_mediator, _owners, { detail }) => {
        requests.setRate(Number(detail));
      },
    },
  });
}
