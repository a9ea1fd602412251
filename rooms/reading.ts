import { LIMITS } from '#protocol/limits.ts';

/**
 * How far one connection has read what was sent to it (R61): bytes sent, and the marks on their way, which its client
 * answers. In memory only; a room that sleeps sends nothing, and on waking everyone counts as having read.
 */
export class Reading {
  /** Too slow, and closed for it: nothing more is sent. */
  isGivenUp = false;
  /** Something volatile was skipped, and has not been told again. */
  hasMissed = false;
  #sentBytes = 0;
  #heardBytes = 0;
  #markAtBytes: number;
  /** What had been sent at each mark not yet answered: a handful, or the connection is closed. */
  #open: { n: number; sentBytes: number }[] = [];
  readonly #hasSlept: boolean;

  /**
   * `hasSlept`: the connection is older than this memory, so answers to forgotten marks may come. `firstMarkAtBytes`:
   * sooner for some than for others, so that a thousand do not all answer in the same moment.
   */
  constructor({ hasSlept = false, firstMarkAtBytes = LIMITS.markEveryBytes } = {}) {
    this.#hasSlept = hasSlept;
    this.#markAtBytes = firstMarkAtBytes;
  }

  /** Sent and, as far as is known, not read. */
  get unreadBytes(): number {
    return this.#sentBytes - this.#heardBytes;
  }

  /** Counts what was sent; the number of the mark that is due behind it, or 0. */
  noteSent(sizeBytes: number): number {
    this.#sentBytes += sizeBytes;
    return this.#sentBytes < this.#markAtBytes ? 0 : this.#nextMark();
  }

  #nextMark(): number {
    this.#markAtBytes = this.#sentBytes + LIMITS.markEveryBytes;
    const n = unguessable();
    this.#open.push({ n, sentBytes: this.#sentBytes });
    return n;
  }

  /** Whether the answer is to a mark on its way; those before it are answered with it. */
  noteHeard(n: number): boolean {
    const index = this.#open.findIndex((mark) => mark.n === n);
    const mark = this.#open[index];
    if (!mark) return false;
    this.#heardBytes = mark.sentBytes;
    this.#open = this.#open.slice(index + 1);
    return true;
  }

  /** Answers come in order: until one is to a mark of this memory, others may be to marks from before the sleep. */
  get mayAnswerForgotten(): boolean {
    return this.#hasSlept && this.#heardBytes === 0;
  }
}

/** Who does not read cannot answer as if they did. Ten digits, always. */
const unguessable = (): number => 2 ** 31 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1);
