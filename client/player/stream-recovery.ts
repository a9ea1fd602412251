/** Why the picture does not go on by itself. */
export type StreamFailure = 'gone' | 'unreachable' | 'unplayable' | 'stopped';

export interface StreamTrouble {
  kind: 'network' | 'media' | 'other';
  /** Of the answer, 0 without one. */
  status: number;
  /** No codec or container of it is known here: trying again is of no use. */
  isUnknownFormat: boolean;
}

/** Waits before the first and the second attempt; then a person decides. */
const DELAYS_MS = [400, 1600];
/** Trouble so long ago is not the same trouble. */
const FORGOTTEN_AFTER_MS = 30_000;

/** Tries again twice by itself; a right that has ended and a file that cannot be played are not tried again. */
export class StreamRecovery {
  #attempts = 0;
  #lastMs = -Infinity;

  /** How long to wait before the next attempt, or why there is none. */
  next(trouble: StreamTrouble, nowMs: number): { delayMs: number } | { failure: StreamFailure } {
    if (nowMs - this.#lastMs > FORGOTTEN_AFTER_MS) this.#attempts = 0;
    const delayMs = DELAYS_MS[this.#attempts];
    const failure = failureOf(trouble);
    if (failure === 'gone' || trouble.isUnknownFormat || trouble.kind === 'other' || delayMs === undefined)
      return { failure };
    this.#attempts += 1;
    this.#lastMs = nowMs;
    // What a decoder stumbled over is behind it as soon as it is set up anew.
    return { delayMs: trouble.kind === 'media' ? 0 : delayMs };
  }

  reset(): void {
    this.#attempts = 0;
  }
}

function failureOf({ kind, status, isUnknownFormat }: StreamTrouble): StreamFailure {
  if (isUnknownFormat || kind === 'media') return 'unplayable';
  if ([401, 403, 404, 410].includes(status)) return 'gone';
  return kind === 'network' ? 'unreachable' : 'stopped';
}
