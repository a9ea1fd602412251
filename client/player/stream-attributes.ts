import type { FrameRate } from './frames.ts';

/** `video` names one of ours by its short id instead: what is played is then asked of where this script came from. */
export const STREAM_ATTRIBUTES = [
  'src',
  'poster',
  'duration',
  'fps-num',
  'fps-den',
  'storyboard',
  'video-title',
  'lang',
  'video',
] as const;
export type StreamAttribute = (typeof STREAM_ATTRIBUTES)[number];

/** The attributes that say what is played, as properties. */
export class StreamAttributes extends HTMLElement {
  get src(): string | null {
    return this.getAttribute('src');
  }

  set src(value: string | null) {
    this.#reflect('src', value);
  }

  get poster(): string | null {
    return this.getAttribute('poster');
  }

  set poster(value: string | null) {
    this.#reflect('poster', value);
  }

  /** Address of a WebVTT track of pictures. */
  get storyboard(): string | null {
    return this.getAttribute('storyboard');
  }

  set storyboard(value: string | null) {
    this.#reflect('storyboard', value);
  }

  get videoTitle(): string | null {
    return this.getAttribute('video-title');
  }

  set videoTitle(value: string | null) {
    this.#reflect('video-title', value);
  }

  /** Seconds; null where it is not stated. */
  get duration(): number | null {
    return this.#numberOf('duration');
  }

  set duration(value: number | null) {
    this.#reflect('duration', value);
  }

  get fpsNum(): number | null {
    return this.#numberOf('fps-num');
  }

  set fpsNum(value: number | null) {
    this.#reflect('fps-num', value);
  }

  get fpsDen(): number | null {
    return this.#numberOf('fps-den');
  }

  set fpsDen(value: number | null) {
    this.#reflect('fps-den', value);
  }

  get statedFrameRate(): FrameRate | null {
    const { fpsNum, fpsDen } = this;
    return fpsNum !== null && fpsNum > 0
      ? { num: fpsNum, den: fpsDen !== null && fpsDen > 0 ? fpsDen : 1 }
      : null;
  }

  #numberOf(name: StreamAttribute): number | null {
    const text = this.getAttribute(name);
    const value = text === null || text === '' ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : null;
  }

  #reflect(name: StreamAttribute, value: string | number | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }
}
