import type { Clock } from '#client/room/clock.ts';
import type { ClockEstimate } from '#client/room/clock-filter.ts';
import { MOST_NUDGE } from '#client/room/sync-nudge.ts';
import type { SyncAction } from '#client/room/sync-step.ts';
import type { Playback } from '#protocol/playback.ts';
import type { Device } from './device.ts';
import type { World } from './world.ts';

/** By when a viewer is back on the frame. */
const SETTLED_MS = 3000;
/** And when disturbed again while not yet back: a correction rests for 2 s before the next (README). */
const SETTLED_AGAIN_MS = 5000;
/** One by more than this is made up in two nudges, for the first is not taken back (README). */
const CLOCK_LEAP_MS = 40;
/** Disturbances closer than this are one. */
const AT_ONCE_MS = 100;
/** A better look at the clock that moves it by more is a disturbance like any other. */
const CLOCK_STEP_MS = 5;
/** Who comes to the end goes to the last frame. */
const NEAR_END_SECONDS = 2;

/** Since when nothing has disturbed a viewer, and what may not happen while that is so. */
export class Steadiness {
  readonly #world: World;
  readonly #device: Device;
  readonly #clock: Clock;
  #sinceMs: number;
  #disturbedMs = -Infinity;
  #happenedMs = -Infinity;
  #settlesInMs = SETTLED_MS;
  #playback: Playback | null = null;
  #clockErrorMs: number | null = null;

  constructor(world: World, device: Device, clock: Clock) {
    this.#world = world;
    this.#device = device;
    this.#clock = clock;
    this.#sinceMs = world.timeline.nowMs;
  }

  get forMs(): number {
    return this.#world.timeline.nowMs - Math.max(this.#sinceMs, this.#device.frozenUntilMs);
  }

  /** For how long nothing has happened that the page had to answer. */
  get calmForMs(): number {
    return this.#world.timeline.nowMs - Math.max(this.#happenedMs, this.#device.frozenUntilMs);
  }

  /** Whether there has been time enough to be back on the frame. */
  get isSettled(): boolean {
    return this.forMs > this.#settlesInMs;
  }

  disturb(atMs = this.#world.timeline.nowMs): void {
    const sinceMs = atMs - this.#disturbedMs;
    if (sinceMs > SETTLED_AGAIN_MS) this.#settlesInMs = SETTLED_MS;
    else if (sinceMs > AT_ONCE_MS) this.#settlesInMs = SETTLED_AGAIN_MS;
    this.#disturbedMs = Math.max(this.#disturbedMs, atMs);
    this.#restart(atMs);
  }

  #restart(atMs = this.#world.timeline.nowMs): void {
    this.#happenedMs = this.#world.timeline.nowMs;
    this.#sinceMs = Math.max(this.#sinceMs, atMs);
  }

  #leap(): void {
    this.#settlesInMs = SETTLED_AGAIN_MS;
    this.#restart();
  }

  /** How wrong the page takes the room's clock to be, positive ahead; null while it has no idea. */
  clockErrorMs(): number | null {
    const serverMs = this.#clock.serverNowMs();
    return serverMs === null ? null : serverMs - this.#world.timeline.nowMs;
  }

  look(playback: Playback, estimate: ClockEstimate | null, serverMs: number | null): void {
    if (playback !== this.#playback) {
      this.disturb();
      if (playback.isPlaying) this.disturb(playback.atServerMs);
    }
    this.#playback = playback;
    const errorMs = serverMs === null ? null : serverMs - this.#world.timeline.nowMs;
    if (errorMs !== null && estimate !== null) this.#checkClock(errorMs, estimate);
    if (errorMs === null || this.#clockErrorMs === null || estimate === null) this.#restart();
    else if (Math.abs(errorMs - this.#clockErrorMs) > CLOCK_LEAP_MS) this.#leap();
    else if (Math.abs(errorMs - this.#clockErrorMs) > CLOCK_STEP_MS) this.#restart();
    else return;
    this.#clockErrorMs = errorMs;
  }

  #checkClock(errorMs: number, estimate: ClockEstimate): void {
    if (Math.abs(errorMs) <= estimate.errorMs) return;
    const words = `${errorMs.toFixed(1)} ms, said ${estimate.errorMs.toFixed(1)} ms`;
    this.#world.watch.note('the clock knows its error', words);
  }

  check(action: SyncAction, playback: Playback): void {
    if (action.kind === 'rate' && Math.abs(action.rate / playback.rate - 1) > MOST_NUDGE + 1e-9)
      this.#world.watch.note('rate within 5 %', `${action.rate} at ${playback.rate}`);
    const isSteady = this.isSettled && this.#device.isVisible && this.#isMoving(playback);
    if (action.kind === 'seek' && isSteady)
      this.#world.watch.note('no seek while steady', `to ${action.positionSeconds.toFixed(3)} s`);
  }

  #isMoving({ isPlaying, positionSeconds, rate, atServerMs }: Playback): boolean {
    const { timeline, durationSeconds } = this.#world;
    const here = positionSeconds + ((timeline.nowMs - atServerMs) / 1000) * rate;
    return isPlaying && here < durationSeconds - NEAR_END_SECONDS;
  }
}
