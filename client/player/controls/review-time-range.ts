import MediaTimeRange from 'media-chrome/media-time-range';

/** By then a seek that is done at all has been seen to begin. */
const ANSWERED_WITHIN_MS = 1000;

/** media-chrome's time range with a place for markers, exactly over its track. Its preview is ours (`../preview`). */
export class ReviewTimeRange extends MediaTimeRange {
  static override getContainerTemplateHTML = (attributes: Record<string, string>): string =>
    `${MediaTimeRange.getContainerTemplateHTML(attributes)}
    <style>
      ::slotted([slot=markers]) { position: absolute; inset: 0; pointer-events: none; z-index: 2; }
      #preview-rail { display: none; }
    </style>
    <slot name="markers"></slot>`;

  #backTimer: ReturnType<typeof setTimeout> | undefined;
  #describe: ((seconds: number) => string) | undefined;

  /** What a screen reader says of a place on it. */
  set describe(describe: (seconds: number) => string) {
    this.#describe = describe;
    this.#tellPlace();
  }

  set name(name: string) {
    this.range.setAttribute('aria-label', name);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.range.addEventListener('change', this.#asked);
    this.range.addEventListener('input', this.#tellPlace);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.range.removeEventListener('change', this.#asked);
    this.range.removeEventListener('input', this.#tellPlace);
    clearTimeout(this.#backTimer);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    this.#tellPlace();
  }

  /** The range's own text comes with each change of what it shows, in its own words: ours stands over it. */
  #tellPlace = (): void => {
    const end = this.mediaSeekableEnd;
    if (this.#describe === undefined) return;
    const seconds = end !== undefined && end > 0 ? this.range.valueAsNumber * end : Number.NaN;
    this.range.setAttribute('aria-valuetext', this.#describe(seconds));
  };

  /** The thumb goes where it is dragged, and a paused media says nothing of it: what was refused goes back. */
  #asked = (): void => {
    const atSeconds = this.mediaCurrentTime;
    clearTimeout(this.#backTimer);
    this.#backTimer = setTimeout(() => {
      if (this.mediaCurrentTime === atSeconds) this.#showTime();
    }, ANSWERED_WITHIN_MS);
  };

  #showTime(): void {
    const { mediaSeekableStart: start, mediaSeekableEnd: end = 0, mediaCurrentTime: now = 0 } = this;
    if (!(end > start)) return;
    this.range.valueAsNumber = (now - start) / (end - start);
    this.updateBar();
  }
}

customElements.define('lockstep-time-range', ReviewTimeRange);
