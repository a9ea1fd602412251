import type { Playback } from '#protocol/playback.ts';
import { positionAt } from '#client/room/playback-position.ts';
import { followStep } from '#client/room/playback-sync.ts';
import type { SyncStep } from '#client/room/sync-step.ts';
import { NEW_MEMORY, type SyncMemory } from '#client/room/sync-memory.ts';
import { SimulatedMedia, type MediaTraits } from './simulated-media.ts';

const STEP_MS = 2;
const TICK_MS = 100;

/** A viewer in virtual time: the follower over a simulated element, with a clock that may be wrong. */
export class SimulatedViewer {
  readonly media: SimulatedMedia;
  readonly #clockErrorMs: number;
  #memory: SyncMemory = NEW_MEMORY;
  #nowMs = 0;
  #wakeAtMs = 0;
  #playback: Playback;
  last: SyncStep | null = null;
  /** True distance from the screening at each step, as a viewer's time. */
  readonly offsets: { atMs: number; offsetMs: number }[] = [];

  constructor(traits: MediaTraits, playback: Playback, random: () => number, clockErrorMs = 0) {
    this.media = new SimulatedMedia(traits, random);
    this.#playback = playback;
    this.#clockErrorMs = clockErrorMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get memory(): SyncMemory {
    return this.#memory;
  }

  receive(playback: Playback): void {
    this.#playback = playback;
    this.#wakeAtMs = this.#nowMs;
  }

  run(forMs: number): this {
    const endMs = this.#nowMs + forMs;
    while (this.#nowMs < endMs) {
      const frame = this.media.advance(STEP_MS);
      this.#nowMs += STEP_MS;
      if (frame !== null || this.#nowMs >= this.#wakeAtMs) this.#step(frame);
      this.#measure();
    }
    return this;
  }

  /** The largest distance within a span of virtual time. */
  worstMs(fromMs: number, untilMs = Infinity): number {
    const within = this.offsets.filter((one) => one.atMs >= fromMs && one.atMs < untilMs);
    return Math.max(...within.map((one) => Math.abs(one.offsetMs)));
  }

  #step(frame: { atMs: number; mediaSeconds: number } | null): void {
    const step = followStep(this.#memory, {
      serverMs: this.#nowMs + this.#clockErrorMs,
      playback: this.#playback,
      facts: this.media.facts(),
      frame: frame && { ...frame, atMs: frame.atMs + this.#clockErrorMs },
      shownSeconds: this.media.shownSeconds,
      frameRate: { num: this.media.traits.fps, den: 1 },
      canNudge: true,
    });
    this.#memory = step.memory;
    this.last = step;
    for (const action of step.actions) this.media.apply(action);
    this.#wakeAtMs = this.#nowMs + Math.min(step.wakeInMs ?? TICK_MS, TICK_MS);
  }

  #measure(): void {
    const { durationSeconds } = this.media.traits;
    const target = this.#playback.isPlaying
      ? positionAt(this.#playback, this.#nowMs, durationSeconds)
      : this.#playback.positionSeconds;
    const atMs = this.#nowMs;
    const offsetMs = ((this.media.positionSeconds - target) * 1000) / this.#playback.rate;
    this.offsets.push({ atMs, offsetMs });
  }
}

export const playingFrom = (
  positionSeconds: number,
  atServerMs: number,
  revision = 1,
  rate = 1,
): Playback => ({
  revision,
  isPlaying: true,
  positionSeconds,
  rate,
  atServerMs,
  byConnectionId: null,
  byName: null,
  awaited: [],
});

export const pausedAt = (positionSeconds: number, revision = 1): Playback => ({
  ...playingFrom(positionSeconds, 0, revision),
  isPlaying: false,
});
