import type { Playback } from '#protocol/playback.ts';
import { positionAt } from '#client/room/playback-position.ts';
import { followStep } from '#client/room/playback-sync.ts';
import { NEW_MEMORY, type SyncMemory } from '#client/room/sync-memory.ts';
import type { SyncAction } from '#client/room/sync-step.ts';
import { Chance } from '#tests/simulator/chance.ts';
import type { ElementTraits } from '#tests/simulator/element-traits.ts';
import { SimulatedElement, type HeardFrame } from '#tests/simulator/element.ts';

const TICK_MS = 100;

/** A viewer in virtual time: the follower over the simulator's element, with a clock that may be wrong. */
export class SimulatedViewer {
  readonly element: SimulatedElement;
  /** All that the follower did to the element. */
  readonly log: SyncAction[] = [];
  readonly #clockErrorMs: number;
  readonly #canNudge: boolean;
  #memory: SyncMemory = NEW_MEMORY;
  #nowMs = 0;
  #wakeAtMs = 0;
  #playback: Playback;
  #shownSeconds: number | null = null;
  /** Distance from the screening wherever it may have turned: the element moves along straight lines. */
  readonly #offsets: { atMs: number; offsetMs: number }[] = [];

  constructor(
    traits: ElementTraits,
    playback: Playback,
    seed: number,
    { clockErrorMs = 0, canNudge = true }: { clockErrorMs?: number; canNudge?: boolean } = {},
  ) {
    this.element = new SimulatedElement(traits, new Chance(seed), 0);
    this.#playback = playback;
    this.#clockErrorMs = clockErrorMs;
    this.#canNudge = canNudge;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get positionSeconds(): number {
    return this.element.facts().positionSeconds;
  }

  receive(playback: Playback): void {
    this.#playback = playback;
    this.#wakeAtMs = this.#nowMs;
  }

  run(forMs: number): this {
    const endMs = this.#nowMs + forMs;
    while (this.#nowMs < endMs) {
      const frame = this.element.nextFrame(this.#nowMs);
      const changeMs = this.element.nextChangeMs();
      const wakeMs = Math.max(this.#wakeAtMs, this.#nowMs);
      this.#nowMs = Math.min(frame?.heardAtMs ?? Infinity, changeMs, wakeMs, endMs);
      this.element.advance(this.#nowMs);
      const isHeard = frame !== null && frame.heardAtMs <= this.#nowMs;
      if (isHeard || this.#nowMs >= Math.min(changeMs, wakeMs)) this.#step(isHeard ? frame : null);
      this.#measure();
    }
    return this;
  }

  /** The largest distance within a span of virtual time. */
  worstMs(fromMs: number, untilMs = Infinity): number {
    const within = this.#offsets.filter((one) => one.atMs >= fromMs && one.atMs < untilMs);
    return Math.max(...within.map((one) => Math.abs(one.offsetMs)));
  }

  #step(frame: HeardFrame | null): void {
    if (frame !== null) {
      this.element.hear(frame);
      this.#shownSeconds = frame.mediaSeconds;
    }
    const step = followStep(this.#memory, {
      serverMs: this.#nowMs + this.#clockErrorMs,
      playback: this.#playback,
      facts: this.element.facts(),
      frame: frame && { mediaSeconds: frame.mediaSeconds, atMs: frame.atMs + this.#clockErrorMs },
      shownSeconds: this.#shownSeconds,
      frameRate: { num: this.element.traits.fps, den: 1 },
      canNudge: this.#canNudge,
    });
    this.#memory = step.memory;
    for (const action of step.actions) this.element.apply(action);
    this.log.push(...step.actions);
    this.#wakeAtMs = this.#nowMs + Math.min(step.wakeInMs ?? TICK_MS, TICK_MS);
  }

  #measure(): void {
    const { durationSeconds } = this.element.traits;
    const target = this.#playback.isPlaying
      ? positionAt(this.#playback, this.#nowMs, durationSeconds)
      : this.#playback.positionSeconds;
    const offsetMs = ((this.positionSeconds - target) * 1000) / this.#playback.rate;
    this.#offsets.push({ atMs: this.#nowMs, offsetMs });
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
