/** The least that time moves on. */
export const INSTANT_MS = 1e-3;

/** When a screen refreshes. */
export class Screen {
  readonly #refreshMs: number;
  readonly #phaseMs: number;

  constructor(refreshMs: number, phaseMs: number) {
    this.#refreshMs = refreshMs;
    this.#phaseMs = phaseMs;
  }

  /** The first refresh at or after `atMs`. */
  after(atMs: number): number {
    return this.#phaseMs + Math.ceil((atMs - this.#phaseMs) / this.#refreshMs - 1e-9) * this.#refreshMs;
  }

  /** The last one at or before `atMs`. */
  before(atMs: number): number {
    return this.after(atMs + INSTANT_MS) - this.#refreshMs;
  }
}
