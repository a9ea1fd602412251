const LONGEST_MS = 3_600_000;

/** Calls once the next of some moments has passed; planned anew as often as they change. */
export class Deadline {
  readonly #act: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(act: () => void) {
    this.#act = act;
  }

  plan(atMs: number | undefined, nowMs: number): void {
    this.stop();
    if (atMs === undefined) return;
    // Longer waits than an hour are looked at again on the way: a machine may sleep through a timer.
    this.#timer = setTimeout(this.#act, Math.min(Math.max(atMs - nowMs + 1, 1), LONGEST_MS));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
