/** Seeded chance (mulberry32): the same run for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
    // Neighbouring seeds begin alike; a few draws part them.
    for (let draws = 0; draws < 8; draws++) this.next();
  }

  next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** Anything from `least` to `most`, each order of magnitude as likely as the next. */
  magnitude(least: number, most: number): number {
    return least * (most / least) ** this.next();
  }

  /** Waiting times of what happens every `mean` on average. */
  gap(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  isHit(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.next() * items.length)];
  }

  /** A source of its own, so that one part's draws do not shift another's. */
  split(): Chance {
    return new Chance(Math.floor(this.next() * 2 ** 32));
  }
}
