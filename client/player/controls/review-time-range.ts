import MediaTimeRange from 'media-chrome/media-time-range';

/** media-chrome's time range with a place for markers, exactly over its track. */
class ReviewTimeRange extends MediaTimeRange {
  static override getContainerTemplateHTML = (attributes: Record<string, string>): string =>
    `${MediaTimeRange.getContainerTemplateHTML(attributes)}
    <style>::slotted([slot=markers]) { position: absolute; inset: 0; pointer-events: none; z-index: 2; }</style>
    <slot name="markers"></slot>`;
}

customElements.define('lockstep-time-range', ReviewTimeRange);
