/** Whose code an event runs: a page may sleep, or be gone. */
export interface Owner {
  isGone: boolean;
  /** Nothing of it runs before this. */
  frozenUntilMs: number;
  /** When a timer set now for `delayMs` comes due in it. */
  dueMs(nowMs: number, delayMs: number): number;
}

export interface Scheduled {
  atMs: number;
  readonly order: number;
  readonly owner: Owner | null;
  readonly run: () => void;
  /** Sets no promise going: what follows need not wait for one. */
  readonly isPlain: boolean;
  isCancelled: boolean;
}

/** Longer than any chain of promises in room or client: with 8 the lives are still the same, by their hashes. */
const MICROTASKS = 12;

/** Virtual time: one queue of events, and nothing that ticks by itself. */
export class Timeline {
  nowMs: number;
  owner: Owner | null = null;
  ran = 0;
  #orders = 0;
  readonly #heap: Scheduled[] = [];

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  at(atMs: number, owner: Owner | null, run: () => void, isPlain = false): Scheduled {
    this.#orders += 1;
    const event = {
      atMs: Math.max(atMs, this.nowMs),
      order: this.#orders,
      owner,
      run,
      isPlain,
      isCancelled: false,
    };
    this.#push(event);
    return event;
  }

  after(delayMs: number, owner: Owner | null, run: () => void, isPlain = false): Scheduled {
    return this.at(this.nowMs + delayMs, owner, run, isPlain);
  }

  async runUntil(untilMs: number): Promise<void> {
    for (;;) {
      const next = this.#heap[0];
      if (!next || next.atMs > untilMs) break;
      this.#pop();
      if (next.isCancelled || next.owner?.isGone) continue;
      if (next.owner && next.owner.frozenUntilMs > next.atMs) {
        next.atMs = next.owner.frozenUntilMs;
        this.#push(next);
        continue;
      }
      this.nowMs = next.atMs;
      this.owner = next.owner;
      this.ran += 1;
      next.run();
      if (!next.isPlain) for (let turn = 0; turn < MICROTASKS; turn++) await undefined;
    }
    this.nowMs = untilMs;
    this.owner = null;
  }

  #isBefore(a: Scheduled, b: Scheduled): boolean {
    return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  }

  #push(event: Scheduled): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(event);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || this.#isBefore(above, event)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (!left) break;
      if (right && this.#isBefore(right, left)) child += 1;
      const least = heap[child];
      if (!least || !this.#isBefore(least, last)) break;
      heap[index] = least;
      index = child;
    }
    heap[index] = last;
  }
}
