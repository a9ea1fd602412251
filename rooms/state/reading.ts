import { LIMITS } from '#protocol/limits.ts';

/**
 * How far one connection has read what was sent to it (R61): bytes sent, and marks on the way that its client answers.
 * In memory only; a room that sleeps sends nothing, and after waking everyone counts as having read.
 */
export class Reading {
  #sentBytes = 0;
  #heardBytes = 0;
  #markAtBytes: number = LIMITS.markEveryBytes;
  #lastMark = 0;
  /** What had been sent at each mark that is not answered: at most eight, or the connection is closed. */
  #open: { n: number; sentBytes: number }[] = [];
  readonly #hasSlept: boolean;

  /** `hasSlept`: the connection is older than this memory, so that answers to forgotten marks may come. */
  constructor({ hasSlept = false } = {}) {
    this.#hasSlept = hasSlept;
  }

  /** Sent and, as far as is known, not read. */
  get unreadBytes(): number {
    return this.#sentBytes - this.#heardBytes;
  }

  /** Counts a frame sent; the number of the mark that is due behind it, or 0. */
  note(bytes: number): number {
    this.#sentBytes += bytes;
    return this.#sentBytes < this.#markAtBytes ? 0 : this.#mark();
  }

  #mark(): number {
    this.#markAtBytes = this.#sentBytes + LIMITS.markEveryBytes;
    this.#lastMark += 1;
    this.#open.push({ n: this.#lastMark, sentBytes: this.#sentBytes });
    return this.#lastMark;
  }

  /** Whether the answer is to a mark on its way; earlier ones are answered with it. */
  hear(n: number): boolean {
    const index = this.#open.findIndex((mark) => mark.n === n);
    const mark = this.#open[index];
    if (!mark) return false;
    this.#heardBytes = mark.sentBytes;
    this.#open = this.#open.slice(index + 1);
    return true;
  }

  /** An answer to nothing is forgiven who was here before the room slept, until it has been sent a mark again. */
  get mayAnswerForgotten(): boolean {
    return this.#hasSlept && this.#lastMark === 0;
  }
}
