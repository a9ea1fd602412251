import type { PlayerMedia } from './player-media.ts';
import type { PlayerChapter } from './player-contract.ts';
import { formatMoment, nextTimeForm, type TimeForm } from './timecode.ts';

/** The time and chapter in the bar. */
export class Readout {
  readonly #media: PlayerMedia;
  readonly #now: HTMLElement;
  readonly #total: HTMLElement;
  readonly #chapter: HTMLElement;
  #form: TimeForm = 'timecode';

  constructor(media: PlayerMedia, find: (id: string) => HTMLElement) {
    this.#media = media;
    this.#now = find('now');
    this.#total = find('total');
    this.#chapter = find('chapter');
    find('time').addEventListener('click', () => {
      this.#form = nextTimeForm(this.#form);
      this.show([]);
    });
  }

  show(chapters: readonly PlayerChapter[]): void {
    const { positionSeconds, frameCentreSeconds, durationSeconds, frameRate } = this.#media;
    const shown = frameRate === null ? positionSeconds : frameCentreSeconds;
    setText(this.#now, formatMoment(shown, frameRate, this.#form));
    setText(this.#total, durationSeconds > 0 ? formatMoment(durationSeconds, frameRate, this.#form) : '');
    if (chapters.length === 0) return;
    const current = chapters.find((one) => one.startSeconds <= shown && shown < one.endSeconds);
    setText(this.#chapter, current?.title ?? '');
  }
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
