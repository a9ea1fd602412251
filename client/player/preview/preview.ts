import type { PlayerMedia } from '../player-media.ts';
import type { PlayerChapter } from '../player-contract.ts';
import { formatMoment } from '../timecode.ts';
import { Storyboard } from './storyboard.ts';

const WIDEST_PX = 160;
const HIGHEST_PX = 120;

export interface PreviewParts {
  /** What is shown, over the bar. */
  box: HTMLElement;
  /** Lies exactly over the bar's track. */
  track: HTMLElement;
  range: HTMLElement;
  media: PlayerMedia;
  chapters: () => readonly PlayerChapter[];
}

/** What a place on the bar leads to: picture, timecode and chapter, under the pointer, the dragged thumb or the focus. */
export class Preview {
  readonly #parts: PreviewParts;
  readonly #picture: HTMLElement;
  readonly #chapter: HTMLElement;
  readonly #time: HTMLElement;
  #storyboard: Storyboard | null = null;
  #shownSeconds: number | null = null;

  constructor(parts: PreviewParts) {
    this.#parts = parts;
    const part = <Name extends 'div' | 'bdi'>(name: Name, className: string) => {
      const element = document.createElement(name);
      element.className = className;
      return element;
    };
    this.#picture = part('div', 'preview-picture');
    this.#chapter = part('div', 'preview-chapter');
    this.#chapter.dir = 'auto';
    this.#time = part('bdi', 'preview-time');
    this.#time.dir = 'ltr';
    parts.box.replaceChildren(this.#picture, this.#chapter, this.#time);
    this.#listen(parts.range);
  }

  set storyboardUrl(url: string | null) {
    const again = () => this.#shownSeconds !== null && this.#show(this.#shownSeconds);
    this.#storyboard = url === null ? null : new Storyboard(url, again);
  }

  #listen(range: HTMLElement): void {
    range.addEventListener('pointermove', (event) => {
      const isOnMarker = event.composedPath().some((node) => node instanceof HTMLButtonElement);
      const { left, width } = this.#parts.track.getBoundingClientRect();
      const share = width > 0 ? (event.clientX - left) / width : Number.NaN;
      if (isOnMarker) this.#hide();
      else this.#showShare(share);
    });
    range.addEventListener('pointerleave', () => this.#hide());
    for (const name of ['pointerup', 'pointercancel'] as const)
      range.addEventListener(name, ({ pointerType }) => pointerType !== 'mouse' && this.#hide());
    // By keyboard and by dragging, the thumb tells.
    range.addEventListener('input', (event) => this.#showThumb(event.composedPath()[0]));
    range.addEventListener('focusin', (event) => {
      const [thumb] = event.composedPath();
      if (thumb instanceof Element && thumb.matches(':focus-visible')) this.#showThumb(thumb);
    });
    range.addEventListener('focusout', () => this.#hide());
    range.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#hide());
  }

  #showThumb(thumb: EventTarget | undefined): void {
    if (thumb instanceof HTMLInputElement && thumb.type === 'range') this.#showShare(thumb.valueAsNumber);
  }

  #showShare(share: number): void {
    const { durationSeconds } = this.#parts.media;
    if (durationSeconds > 0 && Number.isFinite(share))
      this.#show(Math.min(Math.max(share, 0), 1) * durationSeconds);
  }

  #hide(): void {
    this.#shownSeconds = null;
    this.#parts.box.hidden = true;
  }

  #show(seconds: number): void {
    this.#shownSeconds = seconds;
    const { box, track, media, chapters } = this.#parts;
    box.hidden = false;
    this.#drawPicture(seconds);
    const chapter = chapters().find((one) => one.startSeconds <= seconds && seconds < one.endSeconds);
    this.#chapter.textContent = chapter?.title ?? '';
    this.#chapter.hidden = chapter === undefined;
    this.#time.textContent = formatMoment(seconds, media.frameRate, 'timecode');
    const [width, half] = [track.clientWidth, box.offsetWidth / 2];
    const centre = (seconds / media.durationSeconds) * width;
    box.style.left = `${Math.max(half, Math.min(centre, width - half))}px`;
  }

  #drawPicture(seconds: number): void {
    const found = this.#storyboard?.at(seconds);
    this.#picture.hidden = found === undefined;
    if (found === undefined) return;
    const { tile, picture } = found;
    const scale = Math.min(WIDEST_PX / tile.width, HIGHEST_PX / tile.height);
    Object.assign(this.#picture.style, {
      width: `${tile.width * scale}px`,
      height: `${tile.height * scale}px`,
      backgroundImage: `url(${JSON.stringify(picture.src)})`,
      backgroundSize: `${picture.naturalWidth * scale}px ${picture.naturalHeight * scale}px`,
      backgroundPosition: `${-tile.x * scale}px ${-tile.y * scale}px`,
    });
  }
}
