const BIN_MS = 0.25;

/** Counts of how often each distance was seen; percentiles from them. */
export class Histogram {
  readonly #bins: number[] = [];
  #count = 0;
  #mostMs = 0;

  add(ms: number): void {
    const bin = Math.min(Math.floor(Math.abs(ms) / BIN_MS), 100_000);
    this.#bins[bin] = (this.#bins[bin] ?? 0) + 1;
    this.#count += 1;
    this.#mostMs = Math.max(this.#mostMs, Math.abs(ms));
  }

  get count(): number {
    return this.#count;
  }

  get mostMs(): number {
    return this.#mostMs;
  }

  /** Below which `share` of what was seen lies; 0 when nothing was. */
  percentileMs(share: number): number {
    let left = this.#count * share;
    for (let bin = 0; bin < this.#bins.length; bin++) {
      left -= this.#bins[bin] ?? 0;
      if (left <= 0) return (bin + 1) * BIN_MS;
    }
    return 0;
  }
}
