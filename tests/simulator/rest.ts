import type { SyncStep } from '#client/room/sync-step.ts';

/** What runs steadily is looked at in bursts: this many steps in a row, then nothing for a while. */
const STEADY_AFTER_MS = 3000;
const BURST_STEPS = 6;
const LAG_KNOWN_MS = 0.5;
/** More than one look differs from the next by while nothing changes. */
const SLIP_MS = 12;

/** When a page whose picture runs steadily need not be stepped through. */
export class Rest {
  isResting = false;
  #burst = 0;
  #lagMs = 0;
  #offsetMs = 0;

  /** After each step; `steadyMs` is since when nothing has disturbed the page. */
  note(step: SyncStep | null, steadyMs: number): void {
    this.isResting = step !== null && this.#mayRest(step, steadyMs);
  }

  /**
   * At rest nobody sees the picture slip from one refresh of the screen to the next, as it does at times when frames
   * and refreshes keep almost the same pace; a page sees it at once.
   */
  hasSlipped(offsetMs: number): boolean {
    return this.isResting && Math.abs(offsetMs - this.#offsetMs) >= SLIP_MS;
  }

  #mayRest({ status, actions, memory, offsetMs }: SyncStep, steadyMs: number): boolean {
    const isSteady =
      status === 'in-step' &&
      actions.length === 0 &&
      memory.nudgedUntilMs === null &&
      memory.start === null &&
      steadyMs > STEADY_AFTER_MS;
    if (!isSteady) return false;
    this.#burst += 1;
    if (this.#burst === 1) this.#lagMs = memory.lag.ms;
    if (this.#burst < BURST_STEPS) return false;
    this.#burst = 0;
    this.#offsetMs = offsetMs ?? 0;
    // Frames are what the lag is learned from: no rest before it is known.
    return Math.abs(memory.lag.ms - this.#lagMs) < LAG_KNOWN_MS;
  }
}
