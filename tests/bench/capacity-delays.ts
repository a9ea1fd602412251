const MOST_MS = 60_000;

/** Delays counted by the tenth of a millisecond: recording one costs next to nothing, and a million take no room. */
export class Delays {
  readonly #counts = new Uint32Array(MOST_MS * 10);
  count = 0;

  add(delayMs: number): void {
    const slot = Math.min(this.#counts.length - 1, Math.max(0, Math.floor(delayMs * 10)));
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
    this.count += 1;
  }

  /** The delay below which `share` (0–1) of them lie; NaN of none. */
  percentileMs(share: number): number {
    let left = this.count * share;
    for (const [slot, count] of this.#counts.entries()) {
      left -= count;
      if (count > 0 && left <= 0) return slot / 10;
    }
    return Number.NaN;
  }
}
