import { Captions } from './captions.ts';
import { ChapterTrack } from './chapter-track.ts';
import { stepByArrows } from './controls/arrow-steps.ts';
import { MARKUP } from './controls/markup.ts';
import { nameControls } from './controls/control-words.ts';
import type { MediaController, ReviewTimeRange, TimelineMarkers } from './controls/media-chrome.ts';
import { createPlayerStore } from './controls/media-store.ts';
import { FullScreen } from './full-screen.ts';
import { Notice } from './notice.ts';
import { coverPicture } from './picture-box.ts';
import type { PlayerChapter } from './player-contract.ts';
import { PlayerMedia } from './player-media.ts';
import { Preview } from './preview/preview.ts';
import { Readout } from './readout.ts';
import { INTENT_EVENT, PlayerRequests, type Starting } from './requests.ts';
import { findLanguage } from './words/languages.ts';
import { putWords, Words } from './words/words.ts';

/** The shadow tree's pieces, wired to each other. */
export interface PlayerParts {
  root: ShadowRoot;
  media: PlayerMedia;
  requests: PlayerRequests;
  readout: Readout;
  chapterTrack: ChapterTrack;
  captions: Captions;
  markers: TimelineMarkers;
  preview: Preview;
  fullScreen: FullScreen;
  notice: Notice;
  words: Words;
  find: (id: string) => HTMLElement;
}

export interface PlayerHooks {
  onFrame: () => void;
  stage: () => Starting;
  chapters: () => readonly PlayerChapter[];
}

export function buildParts(host: HTMLElement, { onFrame, stage, chapters }: PlayerHooks): PlayerParts {
  const root = host.attachShadow({ mode: 'open', delegatesFocus: false });
  root.innerHTML = MARKUP;
  const find = (id: string): HTMLElement => {
    const element = root.getElementById(id);
    if (element === null) throw new Error(`The player has no #${id}.`);
    return element;
  };
  const media = new PlayerMedia(find('video') as HTMLVideoElement, onFrame);
  const notice = new Notice(find('notice'));
  const parts: PlayerParts = {
    root,
    find,
    media,
    notice,
    requests: new PlayerRequests(media, stage),
    fullScreen: new FullScreen(host, media.video, (key) => notice.say(parts.words.say(key))),
    readout: new Readout(media, { find, words: () => parts.words }),
    chapterTrack: new ChapterTrack(media.video),
    captions: new Captions(media.video, (captions) => showCaptions(find('captions'), captions)),
    markers: find('markers') as TimelineMarkers,
    preview: new Preview({
      box: find('preview'),
      track: find('markers'),
      range: find('time-range'),
      media,
      chapters,
    }),
    words: new Words(),
  };
  wire(host, parts);
  return parts;
}

function wire(host: HTMLElement, parts: PlayerParts): void {
  const { root, find, media, requests } = parts;
  stepByArrows(root);
  customElements.upgrade(root);
  (find('controller') as MediaController).mediaStore = createPlayerStore(host, parts);
  coverPicture(find('picture'), media.video);
  media.video.addEventListener(INTENT_EVENT, () =>
    find('play').setAttribute('aria-busy', String(requests.isPending)),
  );
  find('step-back').addEventListener('click', () => requests.stepFrames(-1));
  find('step-forward').addEventListener('click', () => requests.stepFrames(1));
}

function showCaptions(button: HTMLElement, captions: Captions): void {
  button.hidden = captions.tracks.length === 0;
  button.toggleAttribute('data-on', captions.shown !== undefined);
}

/** Puts the words of a language everywhere they stand by themselves; what is drawn later asks `parts.words`. */
export function speak(parts: PlayerParts, words: Words): void {
  const { root, find, markers, fullScreen } = parts;
  parts.words = words;
  putWords(root, words);
  nameControls(root, words, fullScreen.kind === 'fill');
  for (const id of ['overlay', 'top'])
    Object.assign(find(id), { dir: words.direction, lang: words.language });
  markers.several = (count, first) => words.say('markers.several', { count, first });
  const range = find('time-range') as ReviewTimeRange;
  range.name = words.say('timeline');
  range.describe = (seconds) => placeOf(parts, seconds);
}

/** "1 minute, 23 seconds of 10 minutes", for screen readers. */
function placeOf({ media, readout, words }: PlayerParts, seconds: number): string {
  if (!Number.isFinite(seconds)) return words.say('timeline.unknown');
  const chapter = readout.chapterAt(seconds)?.title;
  const told = { now: words.length(seconds), total: words.length(media.durationSeconds) };
  return chapter === undefined
    ? words.say('timeline.at', told)
    : words.say('timeline.at-chapter', { ...told, chapter });
}

/** The language wished for where the player stands: its own `lang`, else that around it. */
export async function wordsFor(host: HTMLElement): Promise<Words> {
  const around = host.closest<HTMLElement>('[lang]:not([lang=""])');
  const { language, messages } = await findLanguage(around?.lang ?? document.documentElement.lang);
  return new Words(language, messages);
}
