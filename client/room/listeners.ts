import type { Down } from '#protocol/down.ts';

/** What is worth nothing later: told as it comes, kept by no room. */
export type VolatileDown = Extract<Down, { t: 'pointers' | 'ink' }>;

/** Those who want to hear of something, each until it takes itself off. */
export class Listeners<Heard extends unknown[]> {
  readonly #listeners = new Set<(...heard: Heard) => void>();

  /** Answers how to stop. */
  add(listener: (...heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(...heard: Heard): void {
    for (const listener of this.#listeners) listener(...heard);
  }
}
