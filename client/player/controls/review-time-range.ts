import MediaTimeRange from 'media-chrome/media-time-range';

/** By then a seek that is done at all has been seen to begin. */
const ANSWERED_WITHIN_MS = 1000;

/** media-chrome's time range with a place for markers, exactly over its track. */
class ReviewTimeRange extends MediaTimeRange {
  static override getContainerTemplateHTML = (attributes: Record<string, string>): string =>
    `${MediaTimeRange.getContainerTemplateHTML(attributes)}
    <style>::slotted([slot=markers]) { position: absolute; inset: 0; pointer-events: none; z-index: 2; }</style>
    <slot name="markers"></slot>`;

  #backTimer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.range.addEventListener('change', this.#asked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.range.removeEventListener('change', this.#asked);
    clearTimeout(this.#backTimer);
  }

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
