import type { Clock } from '#client/room/clock.ts';
import type { Room } from '#client/room/room.ts';
import type { OffsetSample } from '#client/room/offset-window.ts';
import { timeAtMs } from '#client/room/playback-position.ts';
import { NEW_MEMORY, onReturn } from '#client/room/sync-memory.ts';
import { outSince } from '#client/room/sync-report.ts';
import type { MediaFacts, SyncStep } from '#client/room/sync-step.ts';
import { SyncTeller } from '#client/room/sync-teller.ts';
import type { Device } from './device.ts';
import type { HeardFrame, SimulatedElement } from './element.ts';
import { Rest } from './rest.ts';
import { Steadiness } from './steadiness.ts';
import type { Scheduled } from './timeline.ts';
import type { World } from './world.ts';

const TICK_MS = 100;
const NO_FRAMES_MS = 400;
/** How long a page that runs steadily is left alone. */
const PAUSE_MS = 10_000;

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
  readonly #rest = new Rest();
  readonly #teller: SyncTeller;
  #outSinceMs: number | null = null;
  #isStepping = false;

  constructor(parts: { world: World; room: Room; device: Device; element: SimulatedElement }) {
    this.#world = parts.world;
    this.#room = parts.room;
    this.#device = parts.device;
    this.#element = parts.element;
    this.steadiness = new Steadiness(parts.world, parts.device, parts.room.clock);
    this.#teller = new SyncTeller(parts.room, parts.element);
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
    if (this.#rest.isResting) this.step();
  }

  /** True when it rested and its picture is not where it was. */
  wakeIfSlipped(offsetMs: number): boolean {
    const hasSlipped = this.#rest.hasSlipped(offsetMs);
    if (hasSlipped) this.step();
    return hasSlipped;
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
    if (screening === null) return this.#leave();
    if (this.#element.isBuffering) this.steadiness.disturb();
    const estimate = this.#clock.getEstimate();
    const serverMs = this.#clock.serverNowMs();
    this.steadiness.look(screening.playback, estimate, serverMs);
    if (serverMs === null || estimate === null) {
      this.#memory = onReturn(this.#memory);
      return this.#again(null, 50);
    }
    this.#isStepping = true;
    if (this.#memory.revision !== screening.playback.revision) this.#outSinceMs = null;
    const facts = this.#element.facts();
    const step = this.#world.seams.followStep(this.#memory, {
      serverMs,
      playback: screening.playback,
      facts,
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
    this.#tell(step, facts, serverMs, estimate.errorMs);
    this.#isStepping = false;
  };

  #leave(): void {
    this.#memory = onReturn(this.#memory);
    this.#teller.forget();
    this.#outSinceMs = null;
  }

  #tell({ status, offsetMs }: SyncStep, facts: MediaFacts, serverMs: number, errorMs: number): void {
    const { screening, screenings, you } = this.#room.getState();
    if (screening === null || you === null) return;
    const { playback, id } = screening;
    const isBehind = status === 'stalled' && serverMs >= playback.atServerMs;
    const standsMs = isBehind ? timeAtMs(playback, facts.positionSeconds) - serverMs : offsetMs;
    this.#outSinceMs = outSince(this.#outSinceMs, { status, offsetMs: standsMs }, serverMs);
    const outForMs = this.#outSinceMs === null ? 0 : serverMs - this.#outSinceMs;
    const sync = { status, offsetMs: standsMs, errorMs, outForMs };
    const waits = screenings.get(id)?.stallPolicy === 'wait';
    const told = this.#world.seams.toldFacts(facts);
    this.#teller.tell({ connectionId: you.connectionId, playback, facts: told, sync, waits, serverMs });
  }

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
    if (!this.#world.isEveryFrame) this.#rest.note(step, this.steadiness.forMs);
    const restMs = this.#rest.isResting ? PAUSE_MS : 0;
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
}
