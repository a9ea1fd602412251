import { ChapterTrack } from './chapter-track.ts';
import { MARKUP } from './controls/markup.ts';
import type { MediaController, TimelineMarkers } from './controls/media-chrome.ts';
import { createPlayerStore } from './controls/media-store.ts';
import { coverPicture } from './picture-box.ts';
import { PlayerMedia } from './player-media.ts';
import { linkCaptionsChoice, linkRateChoice } from './choices.ts';
import { Readout } from './readout.ts';
import { PlayerRequests } from './requests.ts';

/** The shadow tree's pieces, wired to each other. */
export interface PlayerParts {
  media: PlayerMedia;
  requests: PlayerRequests;
  readout: Readout;
  chapterTrack: ChapterTrack;
  markers: TimelineMarkers;
  find: (id: string) => HTMLElement;
}

export function buildParts(host: HTMLElement, onFrame: () => void, start: () => void): PlayerParts {
  const root = host.attachShadow({ mode: 'open', delegatesFocus: false });
  root.innerHTML = MARKUP;
  const find = (id: string): HTMLElement => {
    const element = root.getElementById(id);
    if (element === null) throw new Error(`The player has no #${id}.`);
    return element;
  };
  const media = new PlayerMedia(find('video') as HTMLVideoElement, onFrame);
  const requests = new PlayerRequests(media, start);
  const controller = find('controller') as MediaController;
  customElements.upgrade(root);
  controller.mediaStore = createPlayerStore(media, requests, host);
  linkRateChoice(find('rate'), media, requests);
  linkCaptionsChoice(find('captions'), media.video);
  coverPicture(find('picture'), media.video);
  find('step-back').addEventListener('click', () => requests.stepFrames(-1));
  find('step-forward').addEventListener('click', () => requests.stepFrames(1));
  return {
    media,
    requests,
    readout: new Readout(media, find),
    chapterTrack: new ChapterTrack(media.video),
    markers: find('markers') as TimelineMarkers,
    find,
  };
}
