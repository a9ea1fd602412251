import { ROOM_MINUTES } from './simulate.ts';

const EVERY_MS = 200;

/** One line that is written over, on a terminal; nothing elsewhere. */
export class Progress {
  readonly #rooms: number;
  readonly #isShown = process.stdout.isTTY;
  readonly #startMs = performance.now();
  #toldMs = 0;

  constructor(rooms: number) {
    this.#rooms = rooms;
  }

  tell(done: number, broken: number): void {
    const nowMs = performance.now();
    if (!this.#isShown || nowMs - this.#toldMs < EVERY_MS) return;
    this.#toldMs = nowMs;
    const leftSeconds = ((nowMs - this.#startMs) / done / 1000) * (this.#rooms - done);
    const minutes = Math.round(done * ROOM_MINUTES);
    const share = Math.floor((done / this.#rooms) * 100);
    process.stdout.write(
      `\r${share} %, ${minutes} room-minutes, ${broken} rooms broken, ${leftSeconds.toFixed(0)} s left \u001b[K`,
    );
  }

  end(): void {
    if (this.#isShown) process.stdout.write('\r\u001b[K');
  }
}
