/** A spinner that comes and goes at once is worse than none. */
const WAIT_BEFORE_WORDS_MS = 500;

/** Whether the picture waits for data, and has for long enough to be worth a word. */
export class Waiting {
  #isLong = false;
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(video: HTMLVideoElement, onChange: () => void) {
    this.#onChange = onChange;
    for (const name of ['waiting', 'seeking']) video.addEventListener(name, () => this.#begin());
    for (const name of ['playing', 'seeked', 'canplay', 'pause'])
      video.addEventListener(name, () => this.#end());
  }

  get isLong(): boolean {
    return this.#isLong;
  }

  #begin(): void {
    this.#timer ??= setTimeout(() => {
      this.#isLong = true;
      this.#onChange();
    }, WAIT_BEFORE_WORDS_MS);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isLong = false;
    this.#onChange();
  }
}
