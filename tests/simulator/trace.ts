/** A running hash of everything that happens: two runs are the same when theirs are. */
export class Trace {
  #hash = 0x811c9dc5;

  add(...values: readonly number[]): void {
    for (const value of values) {
      const whole = Math.round(value * 1000) % 2 ** 32;
      this.#hash = Math.imul(this.#hash ^ whole, 0x01000193) ^ (this.#hash >>> 15);
    }
  }

  get hash(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0');
  }
}
