import type { KeyAction } from './key-table.ts';
import type { PlayerMarker, PlayerChapter } from './player-contract.ts';
import type { PlayerMedia } from './player-media.ts';
import { neighbourRate } from './rates.ts';
import type { PlayerRequests } from './requests.ts';
import { neighbourChapterSeconds, neighbourMoment } from './timeline-neighbours.ts';

export interface KeyParts {
  media: PlayerMedia;
  requests: PlayerRequests;
  chapters: () => readonly PlayerChapter[];
  markers: () => readonly PlayerMarker[];
  selectMarkers: (markers: readonly PlayerMarker[]) => void;
  toggleFullscreen: () => void;
  togglePictureInPicture: () => void;
  toggleCaptions: () => void;
  showShortcuts: () => void;
  /** What the page does. */
  announce: (name: 'commentrequest' | 'drawrequest' | 'pointrequest' | 'theatrerequest') => void;
}

/** Does what a key asks for. */
export function actOnKey(action: KeyAction, event: KeyboardEvent, parts: KeyParts): void {
  const { media, requests } = parts;
  const { video } = media;
  switch (action.kind) {
    case 'toggle-play':
      return requests.togglePlay();
    case 'seek-by':
      return requests.seek(media.positionSeconds + action.seconds);
    case 'seek-to-digit':
      return requests.seek((media.durationSeconds * Number(event.key)) / 10);
    case 'seek-to-start':
      return requests.seek(0);
    case 'seek-to-end':
      return requests.seek(media.durationSeconds);
    case 'step':
      return requests.stepFrames(action.frames);
    case 'speed':
      return requests.setRate(neighbourRate(video.playbackRate, action.direction));
    case 'volume-by':
      video.volume = Math.min(1, Math.max(0, video.volume + action.fraction));
      video.muted = video.volume === 0;
      return undefined;
    case 'mute':
      video.muted = !video.muted;
      return undefined;
    case 'fullscreen':
      return parts.toggleFullscreen();
    case 'picture-in-picture':
      return parts.togglePictureInPicture();
    case 'captions':
      return parts.toggleCaptions();
    case 'chapter': {
      const seconds = neighbourChapterSeconds(parts.chapters(), media.positionSeconds, action.direction);
      return seconds === undefined ? undefined : requests.seek(seconds);
    }
    case 'marker': {
      const marker = neighbourMoment(parts.markers(), media.frameCentreSeconds, action.direction);
      return marker === undefined ? undefined : parts.selectMarkers([marker]);
    }
    case 'comment':
      return parts.announce('commentrequest');
    case 'draw':
      return parts.announce('drawrequest');
    case 'point':
      return parts.announce('pointrequest');
    case 'shortcuts':
      return parts.showShortcuts();
    case 'theatre':
      return parts.announce('theatrerequest');
  }
}
