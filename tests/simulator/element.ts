import type { OffsetSample } from '#client/room/offset-window.ts';
import type { Picture } from '#client/room/stall.ts';
import type { MediaFacts, SyncAction } from '#client/room/sync-step.ts';
import type { Chance } from './chance.ts';
import type { ElementTraits } from './element-traits.ts';
import { INSTANT_MS, Screen } from './screen.ts';

/** A presented frame, and when the page hears of it. */
export interface HeardFrame extends OffsetSample {
  heardAtMs: number;
}

const EDGE = 1e-6;

/**
 * A media element between events: it moves along a straight line from one change to the next, so nothing needs to be
 * stepped through. Frames show at the screen's refreshes.
 */
export class SimulatedElement {
  readonly traits: ElementTraits;
  readonly #chance: Chance;
  readonly #screen: Screen;
  #nowMs: number;
  #positionSeconds = 0;
  #isPaused = true;
  #movesAtMs = Infinity;
  #seekedAtMs = -Infinity;
  #stalledUntilMs = -Infinity;
  #rate = 1;
  #nextRate: { rate: number; atMs: number } | null = null;
  #shown: OffsetSample = { atMs: -Infinity, mediaSeconds: -1 };
  #heardSeconds = -1;

  constructor(traits: ElementTraits, chance: Chance, nowMs: number) {
    this.traits = traits;
    this.#chance = chance;
    this.#nowMs = nowMs;
    this.#screen = new Screen(traits.refreshMs, chance.between(0, traits.refreshMs));
  }

  /** The frame on screen and since when. */
  get shown(): OffsetSample {
    return this.#shown;
  }

  get isBuffering(): boolean {
    return !this.#isPaused && this.#nowMs < this.#stalledUntilMs;
  }

  /** What it could show now, playing or not. */
  picture(): Picture {
    return this.#nowMs < this.#seekedAtMs || this.#nowMs < this.#stalledUntilMs ? 'none' : 'enough';
  }

  facts(): MediaFacts {
    return {
      isReady: true,
      isPaused: this.#isPaused,
      isSeeking: this.#nowMs < this.#seekedAtMs,
      isStalled: this.isBuffering,
      isBlocked: false,
      positionSeconds: this.#positionSeconds,
      rate: this.#nextRate?.rate ?? this.#rate,
      durationSeconds: this.traits.durationSeconds,
    };
  }

  /** Runs out of data now; advance it first. */
  stall(untilMs: number): void {
    this.#stalledUntilMs = untilMs;
  }

  apply(action: SyncAction): void {
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

  advance(untilMs: number): void {
    while (this.#nowMs < untilMs) {
      const nextMs = Math.min(untilMs, this.nextChangeMs());
      this.#move(nextMs);
      if (this.#nextRate && nextMs >= this.#nextRate.atMs) {
        this.#rate = this.#nextRate.rate;
        this.#nextRate = null;
      }
      // As HTML has it: what has run out is paused.
      if (this.#positionSeconds >= this.traits.durationSeconds) this.#isPaused = true;
    }
  }

  /** When it next changes by itself. */
  nextChangeMs(): number {
    const now = this.#nowMs;
    let next = this.#nextRate?.atMs ?? Infinity;
    if (this.#seekedAtMs > now) next = Math.min(next, this.#seekedAtMs);
    if (this.#isPaused) return Math.max(next, now + INSTANT_MS);
    if (this.#movesAtMs > now) next = Math.min(next, this.#movesAtMs);
    if (this.#stalledUntilMs > now) next = Math.min(next, this.#stalledUntilMs);
    const velocity = this.#velocity();
    const leftSeconds = this.traits.durationSeconds - this.#positionSeconds;
    if (velocity > 0) next = Math.min(next, now + (leftSeconds / velocity) * 1000);
    return Math.max(next, now + INSTANT_MS);
  }

  /** The next frame the page will hear of after `afterMs`, if nothing changes before. */
  nextFrame(afterMs: number): HeardFrame | null {
    const { fps, hearMs } = this.traits;
    const now = this.#nowMs;
    if (now < this.#seekedAtMs || this.isBuffering) return null;
    if (this.#shown.mediaSeconds !== this.#heardSeconds && this.#shown.atMs >= 0 && afterMs <= now)
      return { ...this.#shown, heardAtMs: Math.max(now + INSTANT_MS, this.#shown.atMs + hearMs) };
    const velocity = this.#velocity();
    if (velocity === 0) {
      const mediaSeconds = this.#frameAt(this.#positionSeconds) / fps;
      if (mediaSeconds === this.#shown.mediaSeconds) return null;
      const atMs = this.#screen.after(now);
      return { atMs, mediaSeconds, heardAtMs: atMs + hearMs };
    }
    const fromMs = Math.max(now, afterMs);
    const frameThen = (atMs: number): number =>
      this.#frameAt(this.#positionSeconds + (velocity * (atMs - now)) / 1000);
    // A frame whose edge has passed may still wait for its refresh: the next one follows what is up.
    const upFrame =
      fromMs > now ? frameThen(this.#screen.before(fromMs)) : Math.round(this.#shown.mediaSeconds * fps);
    const here = frameThen(fromMs);
    const frame = upFrame > here ? here : upFrame + 1;
    const edgeMs = now + ((frame / fps - this.#positionSeconds) / velocity) * 1000;
    if (frame / fps >= this.traits.durationSeconds) return null;
    const atMs = this.#screen.after(Math.max(edgeMs, fromMs));
    // At that refresh a later frame may already be up.
    return { atMs, mediaSeconds: frameThen(atMs) / fps, heardAtMs: atMs + hearMs };
  }

  hear(frame: OffsetSample): void {
    this.#heardSeconds = frame.mediaSeconds;
  }

  #velocity(): number {
    const now = this.#nowMs;
    const stands = this.#isPaused || now < this.#movesAtMs || now < this.#seekedAtMs;
    if (stands || now < this.#stalledUntilMs || this.#positionSeconds >= this.traits.durationSeconds)
      return 0;
    return this.#rate * (1 + this.traits.driftPpm / 1e6);
  }

  #move(untilMs: number): void {
    const fromMs = this.#nowMs;
    const isDark = fromMs < this.#seekedAtMs || this.isBuffering;
    const velocity = this.#velocity();
    const fromSeconds = this.#positionSeconds;
    const seconds = fromSeconds + (velocity * (untilMs - fromMs)) / 1000;
    this.#positionSeconds = Math.min(seconds, this.traits.durationSeconds);
    this.#nowMs = untilMs;
    if (!isDark) this.#show(fromMs, fromSeconds, velocity);
  }

  /** Brings the screen up to its last refresh. */
  #show(fromMs: number, fromSeconds: number, velocity: number): void {
    const { fps } = this.traits;
    const lastMs = this.#screen.before(this.#nowMs);
    if (lastMs <= fromMs) return;
    const frame = this.#frameAt(fromSeconds + (velocity * (lastMs - fromMs)) / 1000);
    const mediaSeconds = frame / fps;
    if (mediaSeconds === this.#shown.mediaSeconds) return;
    const edgeMs = velocity === 0 ? fromMs : fromMs + ((mediaSeconds - fromSeconds) / velocity) * 1000;
    this.#shown = { atMs: Math.min(this.#screen.after(Math.max(edgeMs, fromMs)), lastMs), mediaSeconds };
  }

  #frameAt(seconds: number): number {
    return Math.floor(seconds * this.traits.fps + EDGE);
  }

  #about(meanMs: number): number {
    return Math.max(0, meanMs + (this.#chance.next() * 2 - 1) * this.traits.spreadMs);
  }
}
