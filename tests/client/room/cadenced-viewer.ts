import type { Playback } from '#protocol/playback.ts';
import type { OffsetSample } from '#client/room/offset-window.ts';
import { linearSeconds } from '#client/room/playback-position.ts';
import { followStep } from '#client/room/playback-sync.ts';
import { NEW_MEMORY } from '#client/room/sync-memory.ts';
import type { SyncAction } from '#client/room/sync-step.ts';
import { Chance } from '#tests/simulator/chance.ts';
import { SimulatedElement } from '#tests/simulator/element.ts';

const STEP_MS = 2;
const TICK_MS = 100;
const FPS = 30;
const FRAME_MS = 1000 / FPS;
/** From a changed rate to giving up a cadence. */
const CADENCE_LOST_MS = 350;
const TRAITS = {
  fps: FPS,
  durationSeconds: 600,
  startMs: 40,
  seekMs: 120,
  spreadMs: 25,
  rateMs: 20,
  driftPpm: 20,
  refreshMs: 1000 / 60,
  hearMs: 8,
};

/**
 * A viewer whose browser shows frames as Chromium was seen to: one frame each frame's length, from a refresh on that
 * chance decides, one after the other, until one would be more than a frame and a half late or half a frame early, or
 * until the rate has been another for a while. Then the nearest.
 */
export class CadencedViewer {
  readonly log: SyncAction[] = [];
  readonly #element: SimulatedElement;
  readonly #playback: Playback;
  #memory = NEW_MEMORY;
  #nowMs = 0;
  #wakeAtMs = 0;
  #nextShowMs: number;
  #shown: OffsetSample | null = null;
  #heard: OffsetSample | null = null;
  #ratedMs = 0;

  constructor(playback: Playback, seed: number) {
    const chance = new Chance(seed);
    this.#nextShowMs = chance.between(0, FRAME_MS);
    this.#element = new SimulatedElement(TRAITS, chance, 0);
    this.#playback = playback;
  }

  /** The picture against the screening, positive ahead. */
  get shownOffsetMs(): number {
    if (this.#shown === null) return Number.NaN;
    return (this.#shown.mediaSeconds - linearSeconds(this.#playback, this.#shown.atMs)) * 1000;
  }

  /** The element's clock against the screening. */
  get clockOffsetMs(): number {
    return (this.#element.facts().positionSeconds - linearSeconds(this.#playback, this.#nowMs)) * 1000;
  }

  /** The page gets no core: so many refreshes come late, and the clock runs on. */
  starve(refreshes: number): void {
    this.#nextShowMs += refreshes * TRAITS.refreshMs;
  }

  run(forMs: number): this {
    const endMs = this.#nowMs + forMs;
    while (this.#nowMs < endMs) {
      this.#nowMs += STEP_MS;
      this.#element.advance(this.#nowMs);
      if (this.#nowMs >= this.#nextShowMs) this.#show();
      const isNews = this.#shown !== this.#heard && this.#nowMs >= (this.#shown?.atMs ?? 0) + TRAITS.hearMs;
      if (isNews) this.#heard = this.#shown;
      if (isNews || this.#nowMs >= this.#wakeAtMs) this.#step(isNews ? this.#heard : null);
    }
    return this;
  }

  #show(): void {
    this.#nextShowMs += FRAME_MS;
    const { isPaused, isSeeking, positionSeconds, rate } = this.#element.facts();
    if (isSeeking) return;
    const next = Math.round((this.#shown?.mediaSeconds ?? -1) * FPS) + 1;
    const aheadFrames = next - positionSeconds * FPS;
    const isChoosing = rate !== 1 && this.#nowMs - this.#ratedMs > CADENCE_LOST_MS;
    const keepsOn = !isPaused && !isChoosing && aheadFrames > -1.5 && aheadFrames < 0.5;
    const mediaSeconds = (keepsOn ? next : Math.floor(positionSeconds * FPS + 0.5)) / FPS;
    if (mediaSeconds !== this.#shown?.mediaSeconds) this.#shown = { atMs: this.#nowMs, mediaSeconds };
  }

  #step(frame: OffsetSample | null): void {
    const before = this.#element.facts().rate;
    const step = followStep(this.#memory, {
      serverMs: this.#nowMs,
      playback: this.#playback,
      facts: this.#element.facts(),
      frame,
      shownSeconds: this.#heard?.mediaSeconds ?? null,
      frameRate: { num: FPS, den: 1 },
      canNudge: true,
    });
    this.#memory = step.memory;
    for (const action of step.actions) this.#element.apply(action);
    if (before === 1 && this.#element.facts().rate !== 1) this.#ratedMs = this.#nowMs;
    this.log.push(...step.actions);
    this.#wakeAtMs = this.#nowMs + Math.min(step.wakeInMs ?? TICK_MS, TICK_MS);
  }
}
