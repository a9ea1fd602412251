import type { Socket } from 'node:net';

/** Timers are not more exact than this. */
const SLACK_MS = 0.5;

/** One direction of a connection: what goes in comes out later, in order. */
export class DelayLane {
  readonly #to: Socket;
  readonly #nextDelayMs: () => number;
  /** Null is the end of the stream. */
  #waiting: { chunk: Buffer | null; dueMs: number }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;

  constructor(to: Socket, nextDelayMs: () => number) {
    this.#to = to;
    this.#nextDelayMs = nextDelayMs;
    to.once('close', () => this.#stop());
  }

  set isHeld(isHeld: boolean) {
    this.#isHeld = isHeld;
    this.#schedule();
  }

  carry(chunk: Buffer | null): void {
    const latestMs = this.#waiting.at(-1)?.dueMs ?? 0;
    const dueMs = Math.max(latestMs, performance.now() + this.#nextDelayMs());
    this.#waiting.push({ chunk, dueMs });
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const next = this.#waiting[0];
    if (next === undefined || this.#isHeld) return;
    this.#timer = setTimeout(() => this.#handOn(), Math.max(0, Math.ceil(next.dueMs - performance.now())));
  }

  #handOn(): void {
    const untilMs = performance.now() + SLACK_MS;
    const later = this.#waiting.findIndex(({ dueMs }) => dueMs > untilMs);
    for (const { chunk } of this.#waiting.splice(0, later < 0 ? Infinity : later)) {
      if (chunk === null) this.#to.end();
      else this.#to.write(chunk);
    }
    this.#schedule();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
    this.#isHeld = true;
  }
}
