import { EMPTY_FILTER, addSample, estimateAt, toSample, type ClockEstimate } from './clock-filter.ts';
import { localNowMs, wallNowMs } from './local-clock.ts';
import { createProbe, type Probe } from './clock-probe.ts';
import type { Surroundings } from './surroundings.ts';

export interface Clock {
  /** Measures now in a burst, then rarely; counted, so that each start needs its stop. */
  start(): void;
  stop(): void;
  /** The server's clock now, or at a moment of the local one; null until it is known. */
  serverNowMs(localMs?: number): number | null;
  /** Null until the clock is known. */
  getEstimate(): ClockEstimate | null;
}

export interface ClockParts {
  probe: Probe;
  surroundings: Surroundings;
  nowMs: () => number;
  wallMs: () => number;
}

const BURST_GAPS_MS = [0, 40, 40, 60, 60, 80, 100, 150, 400, 1000, 2000, 4000, 8000, 16_000];
const RARE_GAP_MS = 60_000;
/** Two clocks of one machine that part by more than this: it slept, or somebody set the time. */
const JUMP_MS = 200;

class ProbingClock implements Clock {
  readonly #parts: ClockParts;
  #filter = EMPTY_FILTER;
  #users = 0;
  #probed = 0;
  #wallAheadMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(parts: ClockParts) {
    this.#parts = parts;
    this.#wallAheadMs = this.#wallAhead();
  }

  start(): void {
    this.#users += 1;
    if (this.#users > 1) return;
    this.#stopWatching = this.#parts.surroundings.onChange(() => this.#lookedAt());
    // While nobody wanted it, nobody saw how it jumped: a sleep and a clock that was set can undo each other's traces.
    this.#filter = EMPTY_FILTER;
    this.#wallAheadMs = this.#wallAhead();
    this.#burst();
  }

  stop(): void {
    this.#users = Math.max(0, this.#users - 1);
    if (this.#users > 0) return;
    clearTimeout(this.#timer);
    this.#stopWatching?.();
  }

  /** A hidden page hears of nothing when its machine has slept: whoever asks for the time finds out. */
  getEstimate = (): ClockEstimate | null => {
    if (this.#forgetAfterJump() && this.#users > 0) this.#burst();
    return estimateAt(this.#filter, this.#parts.nowMs());
  };

  serverNowMs(localMs: number = this.#parts.nowMs()): number | null {
    const estimate = this.getEstimate();
    return estimate && localMs + estimate.offsetMs;
  }

  #burst(): void {
    this.#probed = 0;
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const gapMs = BURST_GAPS_MS[this.#probed] ?? RARE_GAP_MS;
    this.#timer = setTimeout(() => void this.#probe(), gapMs);
  }

  async #probe(): Promise<void> {
    this.#probed += 1;
    this.#forgetAfterJump();
    const isWanted = this.#parts.surroundings.isVisible() || this.#filter.samples.length === 0;
    const askedWallAheadMs = this.#wallAhead();
    const stamps = isWanted ? await this.#parts.probe().catch(() => null) : null;
    // Stamps from before and after a sleep are no pair: their delay looks short and their offset is far off.
    const isWhole = Math.abs(this.#wallAhead() - askedWallAheadMs) <= JUMP_MS;
    if (stamps !== null && isWhole) this.#filter = addSample(this.#filter, toSample(stamps));
    if (this.#users > 0) this.#schedule();
  }

  #wallAhead = (): number => this.#parts.wallMs() - this.#parts.nowMs();

  #lookedAt(): void {
    if (!this.#parts.surroundings.isVisible()) return;
    this.#forgetAfterJump();
    this.#burst();
  }

  /** Whether there was one. */
  #forgetAfterJump(): boolean {
    const wallAheadMs = this.#wallAhead();
    if (Math.abs(wallAheadMs - this.#wallAheadMs) <= JUMP_MS) return false;
    this.#wallAheadMs = wallAheadMs;
    this.#filter = EMPTY_FILTER;
    this.#probed = 0;
    return true;
  }
}

export function createClock(options: { fetcher: typeof fetch; surroundings: Surroundings }): Clock {
  return new ProbingClock({
    probe: createProbe(options.fetcher),
    surroundings: options.surroundings,
    nowMs: localNowMs,
    wallMs: wallNowMs,
  });
}

/** The same over given parts: how tests and the simulator make one. */
export const createClockOf = (parts: ClockParts): Clock => new ProbingClock(parts);
