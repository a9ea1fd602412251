const SHOWN_MS = 4000;

/** A word over the picture about what has just been done, read aloud too. */
export class Notice {
  readonly #element: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  say(words: string): void {
    clearTimeout(this.#timer);
    this.#element.textContent = words;
    this.#timer = setTimeout(() => (this.#element.textContent = ''), SHOWN_MS);
  }
}
