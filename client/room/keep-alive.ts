import { PING } from '#protocol/wire.ts';
import type { Surroundings } from './surroundings.ts';

const EVERY_MS = 30_000;
const ANSWER_WITHIN_MS = 8_000;

/**
 * Finds out that a link is dead. Pings are answered without waking the room, are rare, and stop while nobody
 * looks; on coming back into view one goes out at once, because a laptop's lid may have been shut between.
 */
export class KeepAlive {
  readonly #surroundings: Surroundings;
  readonly #send: (text: string) => void;
  readonly #onDead: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(surroundings: Surroundings, send: (text: string) => void, onDead: () => void) {
    this.#surroundings = surroundings;
    this.#send = send;
    this.#onDead = onDead;
  }

  start(): void {
    this.stop();
    this.#stopWatching = this.#surroundings.onChange(() => this.#ping());
    this.#schedule();
  }

  /** Anything received proves the link. */
  heard(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.heard();
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ping(), EVERY_MS);
  }

  #ping(): void {
    this.#schedule();
    if (!this.#surroundings.isVisible() || this.#deadline !== undefined) return;
    this.#deadline = setTimeout(() => {
      this.#deadline = undefined;
      this.#onDead();
    }, ANSWER_WITHIN_MS);
    this.#send(PING);
  }
}
