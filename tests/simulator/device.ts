import type { Surroundings } from '#client/room/surroundings.ts';
import type { Chance } from './chance.ts';
import type { Owner, Timeline } from './timeline.ts';

/** Browsers run timers of hidden pages once a second. */
const HIDDEN_TIMER_MS = 1000;
const LATEST_TIMER_MS = 4;

/** A page on its machine: clocks that run wrong, timers that come late, visible or hidden, online or not. */
export class Device implements Owner {
  isGone = false;
  frozenUntilMs = -Infinity;
  isVisible = true;
  isOnline = true;
  readonly ppm: number;
  readonly #timeline: Timeline;
  readonly #chance: Chance;
  readonly #sinceMs: number;
  readonly #listeners = new Set<() => void>();
  #localOffsetMs: number;
  #wallAheadMs = 0;

  constructor(timeline: Timeline, chance: Chance) {
    this.#timeline = timeline;
    this.#chance = chance;
    this.#sinceMs = timeline.nowMs;
    this.ppm = chance.between(-50, 50);
    this.#localOffsetMs = chance.between(-120_000, 120_000);
  }

  /** The page's monotonic clock at a moment of true time. */
  localMs = (atMs: number = this.#timeline.nowMs): number =>
    atMs + this.#localOffsetMs + ((atMs - this.#sinceMs) * this.ppm) / 1e6;

  wallMs = (): number => this.localMs() + this.#wallAheadMs;

  dueMs(nowMs: number, delayMs: number): number {
    const atMs = nowMs + delayMs + this.#chance.next() * LATEST_TIMER_MS;
    return this.isVisible || delayMs < 1 ? atMs : Math.ceil(atMs / HIDDEN_TIMER_MS) * HIDDEN_TIMER_MS;
  }

  /** Somebody, or a time server, sets the machine's clock. */
  setWallClock(byMs: number): void {
    this.#wallAheadMs += byMs;
  }

  /** The lid is shut: nothing runs, and in some browsers the monotonic clock stands, too. */
  sleep(forMs: number, doesClockStand: boolean): void {
    this.frozenUntilMs = this.#timeline.nowMs + forMs;
    this.#timeline.at(this.frozenUntilMs, this, () => {
      if (doesClockStand) {
        this.#localOffsetMs -= forMs;
        this.#wallAheadMs += forMs;
      }
      this.#tell();
    });
  }

  show(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.#tell();
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    this.#tell();
  }

  readonly surroundings: Surroundings = {
    isVisible: () => this.isVisible,
    isOnline: () => this.isOnline,
    onChange: (listener) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
