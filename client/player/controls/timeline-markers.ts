import { clusterMarkers, spansOf, type MarkerCluster, type MarkerSpan } from '../marker-clusters.ts';
import type { PlayerMarker } from '../player-contract.ts';

/** Comments on the timeline: a button for each moment, one for several that would cover each other. */
export class TimelineMarkers extends HTMLElement {
  /** Called with what a chosen button stands for. */
  onSelect: (cluster: MarkerCluster) => void = () => {};
  #several = (count: number, first: string): string => `${count}: ${first}`;
  #markers: readonly PlayerMarker[] = [];
  #durationSeconds = 0;
  #widthPx = 0;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const widthPx = Math.round(entry?.contentRect.width ?? 0);
    if (widthPx === this.#widthPx) return;
    this.#widthPx = widthPx;
    this.#render();
  });

  /** Names a button that stands for several. */
  set several(several: (count: number, first: string) => string) {
    this.#several = several;
    this.#render();
  }

  connectedCallback(): void {
    this.#sizes.observe(this);
    // The bar beneath takes presses anywhere on it for a seek.
    for (const name of ['pointerdown', 'pointerup', 'click', 'keydown'])
      this.addEventListener(name, (event) => name !== 'keydown' && event.stopPropagation());
  }

  disconnectedCallback(): void {
    this.#sizes.disconnect();
  }

  show(markers: readonly PlayerMarker[], durationSeconds: number): void {
    if (markers === this.#markers && durationSeconds === this.#durationSeconds) return;
    this.#markers = markers;
    this.#durationSeconds = durationSeconds;
    this.#render();
  }

  #render(): void {
    const clusters = clusterMarkers(this.#markers, this.#durationSeconds, this.#widthPx);
    const focused = this.#focusedKey();
    const spans = spansOf(this.#markers, this.#durationSeconds).map(bracketOf);
    this.replaceChildren(...spans, ...clusters.map((cluster) => this.#buttonFor(cluster)));
    if (focused === undefined) return;
    const again = [...this.children].find((child) => child.getAttribute('data-key') === focused);
    if (again instanceof HTMLElement) again.focus();
  }

  #focusedKey(): string | undefined {
    const root = this.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
    return active !== null && this.contains(active)
      ? (active.getAttribute('data-key') ?? undefined)
      : undefined;
  }

  #buttonFor(cluster: MarkerCluster): HTMLButtonElement {
    const { markers, fraction } = cluster;
    const [first] = markers;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = markers.every(({ isQuiet }) => isQuiet) ? 'marker marker-quiet' : 'marker';
    button.dataset['key'] = first?.id ?? '';
    button.style.insetInlineStart = `${fraction * 100}%`;
    const label = first?.label ?? '';
    const words = markers.length === 1 ? label : this.#several(markers.length, label);
    button.setAttribute('aria-label', words);
    const dot = document.createElement('span');
    dot.className = 'marker-dot';
    if (markers.length > 1) dot.textContent = String(markers.length);
    const card = document.createElement('span');
    card.className = fraction > 0.5 ? 'marker-card marker-card-end' : 'marker-card';
    card.setAttribute('aria-hidden', 'true');
    card.textContent = words;
    button.append(dot, card);
    button.addEventListener('click', () => this.onSelect(cluster));
    return button;
  }
}

/** For eyes only: its marker says how far it goes. */
function bracketOf({ start, end, isQuiet }: MarkerSpan): HTMLElement {
  const bracket = document.createElement('span');
  bracket.className = isQuiet ? 'marker-span marker-span-quiet' : 'marker-span';
  bracket.style.insetInlineStart = `${start * 100}%`;
  bracket.style.inlineSize = `${(end - start) * 100}%`;
  return bracket;
}

customElements.define('lockstep-timeline-markers', TimelineMarkers);
