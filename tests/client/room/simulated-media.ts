import type { MediaFacts, SyncAction } from '#client/room/sync-step.ts';
import type { OffsetSample } from '#client/room/offset-window.ts';

export interface MediaTraits {
  fps: number;
  durationSeconds: number;
  /** From play() to a moving picture, and from a seek to a picture: mean, and how far either side. */
  startMs: number;
  seekMs: number;
  spreadMs: number;
  /** From a new rate to its effect. */
  rateMs: number;
  /** How wrong the element's own clock runs. */
  driftPpm: number;
  refreshHz: number;
  /** How late the page hears of a frame. */
  hearMs: number;
}

/** A media element in virtual time: late to start, slow to seek, and showing frames only when the screen refreshes. */
export class SimulatedMedia {
  readonly traits: MediaTraits;
  readonly log: SyncAction[] = [];
  readonly #random: () => number;
  #nowMs = 0;
  #positionSeconds = 0;
  #isPaused = true;
  #movesAtMs = Infinity;
  #seekedAtMs = -Infinity;
  #stalledUntilMs = -Infinity;
  #rate = 1;
  #nextRate: { rate: number; atMs: number } | null = null;
  #shown: OffsetSample | null = null;
  #heard: OffsetSample[] = [];
  #nextRefreshMs = 0;

  constructor(traits: MediaTraits, random: () => number) {
    this.traits = traits;
    this.#random = random;
    this.#nextRefreshMs = (random() * 1000) / traits.refreshHz;
  }

  get positionSeconds(): number {
    return this.#positionSeconds;
  }

  get shownSeconds(): number | null {
    return this.#shown?.mediaSeconds ?? null;
  }

  get isMoving(): boolean {
    return !this.#isPaused && this.#nowMs >= this.#movesAtMs && !this.facts().isSeeking && !this.#isStalled();
  }

  stall(forMs: number): void {
    this.#stalledUntilMs = this.#nowMs + forMs;
  }

  apply(action: SyncAction): void {
    this.log.push(action);
    if (action.kind === 'pause') this.#isPaused = true;
    if (action.kind === 'rate')
      this.#nextRate = { rate: action.rate, atMs: this.#nowMs + this.traits.rateMs };
    if (action.kind === 'seek') {
      this.#positionSeconds = action.positionSeconds;
      this.#seekedAtMs = this.#nowMs + this.#about(this.traits.seekMs);
    }
    if (action.kind === 'play') {
      this.#isPaused = false;
      this.#movesAtMs = this.#nowMs + this.#about(this.traits.startMs);
    }
  }

  facts(): MediaFacts {
    return {
      isReady: true,
      isPaused: this.#isPaused,
      isSeeking: this.#nowMs < this.#seekedAtMs,
      isStalled: this.#isStalled(),
      isBlocked: false,
      positionSeconds: this.#positionSeconds,
      rate: this.#nextRate?.rate ?? this.#rate,
      durationSeconds: this.traits.durationSeconds,
    };
  }

  /** Lets `stepMs` pass; answers the frame the page hears of in it, if any. */
  advance(stepMs: number): OffsetSample | null {
    if (this.isMoving) {
      const drift = 1 + this.traits.driftPpm / 1e6;
      this.#positionSeconds += (stepMs / 1000) * this.#rate * drift;
      this.#positionSeconds = Math.min(this.#positionSeconds, this.traits.durationSeconds);
    }
    this.#nowMs += stepMs;
    if (this.#nextRate !== null && this.#nowMs >= this.#nextRate.atMs) {
      this.#rate = this.#nextRate.rate;
      this.#nextRate = null;
    }
    if (this.#nowMs >= this.#nextRefreshMs) this.#refresh();
    const index = this.#heard.findLastIndex((frame) => frame.atMs + this.traits.hearMs <= this.#nowMs);
    if (index < 0) return null;
    const frame = this.#heard[index] ?? null;
    this.#heard = this.#heard.slice(index + 1);
    return frame;
  }

  #refresh(): void {
    this.#nextRefreshMs += 1000 / this.traits.refreshHz;
    if (this.facts().isSeeking || this.#isStalled()) return;
    const mediaSeconds = Math.floor(this.#positionSeconds * this.traits.fps + 1e-6) / this.traits.fps;
    if (mediaSeconds === this.#shown?.mediaSeconds) return;
    this.#shown = { atMs: this.#nowMs, mediaSeconds };
    this.#heard.push(this.#shown);
  }

  #isStalled(): boolean {
    return !this.#isPaused && this.#nowMs < this.#stalledUntilMs;
  }

  #about(meanMs: number): number {
    return Math.max(0, meanMs + (this.#random() * 2 - 1) * this.traits.spreadMs);
  }
}
