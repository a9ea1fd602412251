import type { PlayerMedia } from './player-media.ts';
import type { PlayerChapter } from './player-contract.ts';
import { chosenRate } from './rates.ts';
import { formatMoment, nextTimeForm, type TimeForm } from './timecode.ts';
import type { Words } from './words/words.ts';

export interface ReadoutParts {
  find: (id: string) => HTMLElement;
  words: () => Words;
}

/** The time, the chapter and the speed in the bar. */
export class Readout {
  readonly #media: PlayerMedia;
  readonly #now: HTMLElement;
  readonly #total: HTMLElement;
  readonly #chapter: HTMLElement;
  readonly #chapters: HTMLElement;
  readonly #words: () => Words;
  #form: TimeForm = 'timecode';
  #list: readonly PlayerChapter[] = [];

  constructor(media: PlayerMedia, { find, words }: ReadoutParts) {
    this.#media = media;
    this.#words = words;
    this.#now = find('now');
    this.#total = find('total');
    this.#chapter = find('chapter');
    this.#chapters = find('chapters');
    find('time').addEventListener('click', () => {
      this.#form = nextTimeForm(this.#form);
      this.#showTime();
    });
    // With the bar: the frame may be a while in coming.
    media.video.addEventListener('seeking', () => this.#showTime());
    const rate = find('rate');
    media.video.addEventListener('ratechange', () => {
      const chosen = chosenRate(media.video.playbackRate);
      rate.hidden = chosen === 1;
      rate.textContent = `${chosen}×`;
    });
  }

  show(chapters: readonly PlayerChapter[]): void {
    this.#list = chapters;
    const shown = this.#showTime();
    this.#chapters.hidden = chapters.length === 0;
    // Between two chapters the button still leads to them.
    setText(this.#chapter, this.chapterAt(shown)?.title ?? this.#words().say('chapters'));
  }

  chapterAt(seconds: number): PlayerChapter | undefined {
    return this.#list.find((one) => one.startSeconds <= seconds && seconds < one.endSeconds);
  }

  #showTime(): number {
    const { positionSeconds, frameCentreSeconds, durationSeconds, frameRate } = this.#media;
    const shown = frameRate === null ? positionSeconds : frameCentreSeconds;
    setText(this.#now, formatMoment(shown, frameRate, this.#form));
    setText(this.#total, durationSeconds > 0 ? formatMoment(durationSeconds, frameRate, this.#form) : '');
    return shown;
  }
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
