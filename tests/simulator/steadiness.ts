import type { Clock } from '#client/room/clock.ts';
import type { ClockEstimate } from '#client/room/clock-filter.ts';
import { MOST_NUDGE } from '#client/room/sync-steer.ts';
import type { SyncAction } from '#client/room/sync-step.ts';
import type { Playback } from '#protocol/playback.ts';
import type { Device } from './device.ts';
import type { World } from './world.ts';

/** By when a viewer is back on the frame. */
export const SETTLED_MS = 3000;
/** A better look at the clock that moves it by more is a disturbance like any other. */
const CLOCK_STEP_MS = 5;

/** Since when nothing has disturbed a viewer, and what may not happen while that is so. */
export class Steadiness {
  readonly #world: World;
  readonly #device: Device;
  readonly #clock: Clock;
  #sinceMs: number;
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

  disturb(atMs = this.#world.timeline.nowMs): void {
    this.#sinceMs = Math.max(this.#sinceMs, atMs);
  }

  /** How wrong the page takes the room's clock to be, positive ahead; null while it has no idea. */
  clockErrorMs(): number | null {
    const serverMs = this.#clock.serverNowMs();
    return serverMs === null ? null : serverMs - this.#world.timeline.nowMs;
  }

  look(playback: Playback, estimate: ClockEstimate | null): void {
    if (playback !== this.#playback) {
      this.disturb();
      if (playback.isPlaying) this.disturb(playback.atServerMs);
    }
    this.#playback = playback;
    const errorMs = this.clockErrorMs();
    if (errorMs === null || this.#clockErrorMs === null || estimate === null) this.disturb();
    else if (Math.abs(errorMs - this.#clockErrorMs) > CLOCK_STEP_MS) this.disturb();
    else return;
    this.#clockErrorMs = errorMs;
  }

  check(action: SyncAction, playback: Playback): void {
    if (action.kind === 'rate' && Math.abs(action.rate / playback.rate - 1) > MOST_NUDGE + 1e-9)
      this.#world.watch.note('rate within 5 %', `${action.rate} at ${playback.rate}`);
    const isSteady = this.forMs > SETTLED_MS && this.#device.isVisible;
    if (action.kind === 'seek' && isSteady)
      this.#world.watch.note('no seek while steady', `to ${action.positionSeconds.toFixed(3)} s`);
  }
}
