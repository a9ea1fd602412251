import type { Clock } from '#client/room/clock.ts';
import type { Room } from '#client/room/room.ts';
import type { OffsetSample } from '#client/room/offset-window.ts';
import { NEW_MEMORY, onReturn } from '#client/room/sync-memory.ts';
import { nextReport, type SyncReport } from '#client/room/sync-report.ts';
import type { SyncStep } from '#client/room/sync-step.ts';
import type { Playback } from '#protocol/playback.ts';
import type { Device } from './device.ts';
import type { HeardFrame, SimulatedElement } from './element.ts';
import { Steadiness } from './steadiness.ts';
import type { Scheduled } from './timeline.ts';
import type { World } from './world.ts';

const TICK_MS = 100;
const NO_FRAMES_MS = 400;
/** What runs steadily is looked at in bursts: this many steps in a row, then nothing for this long. */
const STEADY_AFTER_MS = 4000;
const BURST_STEPS = 8;
const PAUSE_MS = 10_000;
const LAG_KNOWN_MS = 0.5;
/** More than a look from one frame to the next differs by while nothing changes. */
const SLIP_MS = 12;

/** What `follower.ts` does with a page's media element, done with a simulated one. */
export class FollowLoop {
  readonly steadiness: Steadiness;
  readonly #world: World;
  readonly #room: Room;
  readonly #device: Device;
  readonly #element: SimulatedElement;
  #memory = NEW_MEMORY;
  #wake: Scheduled | undefined;
  #wakeFrame: HeardFrame | null = null;
  #frame: (OffsetSample & { atLocalMs: number }) | null = null;
  #report: SyncReport | null = null;
  #burst = 0;
  #lagMs = 0;
  #restedMs = 0;
  #isStepping = false;
  #isResting = false;

  constructor(parts: { world: World; room: Room; device: Device; element: SimulatedElement }) {
    this.#world = parts.world;
    this.#room = parts.room;
    this.#device = parts.device;
    this.#element = parts.element;
    this.steadiness = new Steadiness(parts.world, parts.device, parts.room.clock);
    parts.room.subscribe((state, before) => state.screening !== before.screening && this.step());
  }

  get #clock(): Clock {
    return this.#room.clock;
  }

  /** Something happened to the element or to the page. */
  disturb(): void {
    this.steadiness.disturb();
    this.step();
  }

  /** The page is visible again. */
  lookedAt(): void {
    this.#memory = onReturn(this.#memory);
    this.disturb();
  }

  wakeFromRest(): void {
    if (this.#isResting) this.step();
  }

  /**
   * At rest nobody sees the picture slip from one refresh of the screen to the next, as it does at times when frames
   * and refreshes keep almost the same pace; a page sees it at once. True when it had to be woken for that.
   */
  wakeIfSlipped(offsetMs: number): boolean {
    if (!this.#isResting || Math.abs(offsetMs - this.#restedMs) < SLIP_MS) return false;
    this.step();
    return true;
  }

  stall(forMs: number): void {
    const { nowMs } = this.#world.timeline;
    this.#element.advance(nowMs);
    this.#element.stall(nowMs + forMs);
    this.disturb();
  }

  step = (): void => {
    if (this.#device.isGone || this.#isStepping) return;
    if (this.#wake) this.#wake.isCancelled = true;
    const nowMs = this.#world.timeline.nowMs;
    this.#element.advance(nowMs);
    const { screening } = this.#room.getState();
    if (screening === null) {
      this.#memory = onReturn(this.#memory);
      return;
    }
    const serverMs = this.#clock.serverNowMs();
    const estimate = this.#clock.getEstimate();
    this.steadiness.look(screening.playback, estimate);
    if (serverMs === null || estimate === null) return this.#again(null, 50);
    this.#isStepping = true;
    const step = this.#world.seams.followStep(this.#memory, {
      serverMs,
      playback: screening.playback,
      facts: this.#element.facts(),
      frame: this.#presented(estimate.offsetMs),
      shownSeconds: this.#device.isVisible ? (this.#frame?.mediaSeconds ?? null) : null,
      frameRate: { num: this.#element.traits.fps, den: 1 },
      canNudge: true,
    });
    this.#memory = step.memory;
    for (const action of step.actions) {
      this.#world.watch.trace.add(nowMs, action.kind.length);
      this.steadiness.check(action, screening.playback);
      this.#element.apply(action);
    }
    this.#again(step, Math.min(step.wakeInMs ?? TICK_MS, TICK_MS));
    this.#maybeReport(step, estimate.errorMs, serverMs);
    this.#isStepping = false;
  };

  /** The newest presented frame, or without one the element's word. */
  #presented(clockOffsetMs: number): OffsetSample | null {
    const localMs = this.#device.localMs();
    const frame = this.#frame;
    if (frame !== null && localMs - frame.atLocalMs < NO_FRAMES_MS)
      return { atMs: frame.atLocalMs + clockOffsetMs, mediaSeconds: frame.mediaSeconds };
    const { isPaused, isSeeking, positionSeconds } = this.#element.facts();
    if (isPaused || isSeeking || (frame !== null && this.#device.isVisible)) return null;
    return { atMs: localMs + clockOffsetMs, mediaSeconds: positionSeconds };
  }

  /** Steps again at the next frame, change of the element or tick, whichever is first. */
  #again(step: SyncStep | null, inMs: number): void {
    const { timeline } = this.#world;
    const nowMs = timeline.nowMs;
    this.#isResting = this.#mayRest(step);
    const restMs = this.#isResting ? PAUSE_MS : 0;
    const frame = this.#device.isVisible ? this.#element.nextFrame(nowMs + restMs) : null;
    const timerMs = this.#device.dueMs(nowMs, restMs > 0 ? restMs + TICK_MS : inMs);
    const changeMs = this.#element.nextChangeMs();
    const isFrame = frame !== null && frame.heardAtMs <= Math.min(timerMs, changeMs);
    this.#wakeFrame = isFrame ? frame : null;
    const atMs = isFrame ? frame.heardAtMs : Math.min(timerMs, Math.max(changeMs, nowMs));
    this.#wake = timeline.at(atMs, this.#device, this.#woken, true);
  }

  readonly #woken = (): void => {
    const frame = this.#wakeFrame;
    if (frame !== null) {
      this.#element.advance(this.#world.timeline.nowMs);
      this.#element.hear(frame);
      this.#frame = { ...frame, atLocalMs: this.#device.localMs(frame.atMs) };
    }
    this.step();
  };

  #mayRest(step: SyncStep | null): boolean {
    const isSteady =
      !this.#world.isEveryFrame &&
      step?.status === 'in-step' &&
      step.actions.length === 0 &&
      step.memory.nudgedUntilMs === null &&
      step.memory.start === null &&
      this.steadiness.forMs > STEADY_AFTER_MS;
    if (!isSteady) return false;
    this.#burst += 1;
    if (this.#burst === 1) this.#lagMs = step.memory.lag.ms;
    if (this.#burst < BURST_STEPS) return false;
    this.#burst = 0;
    this.#restedMs = step.offsetMs ?? 0;
    // Frames are what the lag is learned from: no rest before it is known.
    const learnedMs = Math.abs(step.memory.lag.ms - this.#lagMs);
    return learnedMs < LAG_KNOWN_MS;
  }

  #maybeReport({ status, offsetMs }: SyncStep, errorMs: number, serverMs: number): void {
    const report = nextReport(this.#report, { status, offsetMs, errorMs }, serverMs);
    if (report === null) return;
    this.#report = report;
    this.#room.reportSync({ offsetMs: report.offsetMs, errorMs: report.errorMs });
  }
}

/** The element's picture against its screening, positive ahead, in true time. */
export const presentedOffsetMs = (playback: Playback, shown: OffsetSample): number =>
  playback.atServerMs + ((shown.mediaSeconds - playback.positionSeconds) / playback.rate) * 1000 - shown.atMs;
