import { createMediaStore, type MediaStore } from 'media-chrome/dist/media-store/media-store.js';
import { requestMap } from 'media-chrome/dist/media-store/request-map.js';
import { stateMediator } from 'media-chrome/dist/media-store/state-mediator.js';
import type { PlayerMedia } from '../player-media.ts';
import { chosenRate } from '../rates.ts';
import type { PlayerRequests } from '../requests.ts';

/**
 * The store behind the controls: facts are read from the element, in file time; what moves the picture goes
 * through `requests`, to the element or to the room. Everything else (volume, full screen…) is media-chrome's.
 */
export function createPlayerStore(
  media: PlayerMedia,
  requests: PlayerRequests,
  fullscreenElement: HTMLElement,
): MediaStore {
  const { video } = media;
  return createMediaStore({
    media: video,
    fullscreenElement,
    documentElement: document,
    stateMediator: {
      ...stateMediator,
      mediaCurrentTime: { ...stateMediator.mediaCurrentTime, get: () => media.positionSeconds },
      mediaDuration: { ...stateMediator.mediaDuration, get: () => media.durationSeconds || Number.NaN },
      mediaPlaybackRate: { ...stateMediator.mediaPlaybackRate, get: () => chosenRate(video.playbackRate) },
    },
    requestMap: {
      ...requestMap,
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
