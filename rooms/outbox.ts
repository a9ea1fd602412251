import type { Events, RoomEvent } from '#protocol/event.ts';
import type { Position } from '#protocol/id.ts';
import type { Control } from '#protocol/control.ts';
import type { Playback } from '#protocol/playback.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Connections } from './connections.ts';
import type { Crowd } from './crowd.ts';
import type { Pointing } from './pointing.ts';
import { mergeEvents } from './state/events.ts';
import { sizeOf } from './state/welcome.ts';

const TICK_MS = 100;
/** Frames that leave a room in a second, whatever its size: sending them is nearly all a large room does. */
const FRAMES_PER_SECOND = 7_000;
/** A crowd hears this often how many it is. */
const CROWD_EVERY_MS = 2_000;

export interface OutboxDeps {
  connections: Connections;
  crowd: Crowd;
  pointing: Pointing;
  position: () => { epoch: number; seq: number };
  nowMs: () => number;
  setTimer: (run: () => void, delayMs: number) => void;
}

/**
 * What everyone is to be told (R50): at once when it has been quiet, else together at the next tick. The tick is the
 * room's only timer and stops as soon as it finds nothing, so that a silent room can hibernate.
 */
export class Outbox {
  readonly #deps: OutboxDeps;
  #events: RoomEvent[] = [];
  /** By screening. */
  readonly #playbacks = new Map<string, Playback>();
  readonly #controls = new Map<string, Control>();
  /** Whether all that is queued may wait while a crowd comes or goes (R51). */
  #canWait = true;
  #isTicking = false;
  #toldOfCrowdAtMs = Number.NEGATIVE_INFINITY;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /** `canWait`: in a crowd it is told with the next count of heads, or with what comes first. */
  queue(event: RoomEvent, { canWait = false } = {}): void {
    this.#events.push(event);
    this.#canWait &&= canWait;
  }

  /** Up to which event everyone has been told, of the `seq` the room stands at. */
  toldSeq(seq: number): number {
    return (this.#events[0]?.seq ?? seq + 1) - 1;
  }

  /** A playback that nobody waits for; until the tick a newer one takes its place. */
  queuePlayback(screeningId: string, playback: Playback): void {
    this.#playbacks.set(screeningId, playback);
    this.nudge();
  }

  /** A newer one has gone out at once. */
  dropPlayback(screeningId: string): void {
    this.#playbacks.delete(screeningId);
  }

  /** Who asks to steer, and who may: until the tick a newer one takes its place. */
  queueControl(screeningId: string, control: Control): void {
    this.#controls.set(screeningId, control);
    this.nudge();
  }

  /** Something was queued, or someone came or went. */
  nudge(): void {
    if (!this.#isTicking) this.#tick();
  }

  #tick(): void {
    this.#isTicking = this.#sendAll();
    if (!this.#isTicking) return;
    const delayMs = Math.max(TICK_MS, (this.#deps.connections.size * 1_000) / FRAMES_PER_SECOND);
    this.#deps.setTimer(() => this.#tick(), delayMs);
  }

  /** Whether there was, or still is, anything to tell. */
  #sendAll(): boolean {
    const { connections, crowd } = this.#deps;
    const isPatient = this.#isPatient();
    const events = isPatient && this.#canWait ? [] : this.#takeEvents();
    const delta = isPatient ? undefined : crowd.takeDelta();
    if (!isPatient && (delta || events.length > 0)) this.#toldOfCrowdAtMs = this.#deps.nowMs();
    const everyone = connections.greeted();
    for (const frame of framesOf(events, this.#deps.position())) connections.sendAll(everyone, frame);
    if (delta) connections.sendAll(everyone, { t: 'presence', ...delta }, { isVolatile: true });
    const hasShown = [this.#sendPlaybacks(), this.#sendControls(), this.#showPointing()].includes(true);
    return hasShown || events.length > 0 || delta !== undefined || this.#events.length > 0 || crowd.hasNews;
  }

  #sendPlaybacks(): boolean {
    const { connections } = this.#deps;
    const playbacks = [...this.#playbacks];
    this.#playbacks.clear();
    for (const [screeningId, playback] of playbacks)
      connections.sendAll(connections.membersOf(screeningId), { t: 'playback', screeningId, playback });
    return playbacks.length > 0;
  }

  #sendControls(): boolean {
    const { connections } = this.#deps;
    const controls = [...this.#controls];
    this.#controls.clear();
    for (const [screeningId, control] of controls)
      connections.sendAll(connections.membersOf(screeningId), { t: 'control', screeningId, control });
    return controls.length > 0;
  }

  /** Whether anything moved over a picture. */
  #showPointing(): boolean {
    const { connections, pointing } = this.#deps;
    const frames = pointing.take();
    for (const frame of frames)
      connections.sendAll(connections.membersOf(frame.screeningId), frame, { isVolatile: true });
    return frames.length > 0;
  }

  /** Whether who is here, and how many, is left for later. */
  #isPatient(): boolean {
    const { crowd, nowMs } = this.#deps;
    return crowd.isCrowd && nowMs() - this.#toldOfCrowdAtMs < CROWD_EVERY_MS;
  }

  #takeEvents(): RoomEvent[] {
    const events = mergeEvents(this.#events);
    this.#events = [];
    this.#canWait = true;
    return events;
  }
}

/**
 * Frames of at most 64 KiB. Each but the last says that it leads up to its own last event, or a client would take
 * what the next ones tell for known.
 */
function framesOf(events: readonly RoomEvent[], { epoch, seq }: Position): Events[] {
  const chunks = chunksOf(events);
  const isLast = (index: number): boolean => index === chunks.length - 1;
  return chunks.map((chunk, index) => ({
    t: 'events',
    epoch,
    seq: isLast(index) ? seq : (chunk.at(-1)?.seq ?? seq),
    events: chunk,
  }));
}

function chunksOf(events: readonly RoomEvent[]): RoomEvent[][] {
  const chunks: RoomEvent[][] = [];
  let room = 0;
  for (const event of events) {
    const size = sizeOf(event);
    if (size > room || chunks.length === 0) {
      chunks.push([]);
      room = LIMITS.frameOutBytes - 1024;
    }
    chunks.at(-1)?.push(event);
    room -= size;
  }
  return chunks;
}
