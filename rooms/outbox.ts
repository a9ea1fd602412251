import type { RoomEvent } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Connections } from './connections.ts';
import type { Crowd } from './crowd.ts';
import { mergeEvents } from './state/events.ts';
import { sizeOf } from './state/welcome.ts';

const TICK_MS = 100;
const CROWD_TICK_MS = 250;
const CROWD_SOCKETS = 200;

export interface OutboxDeps {
  connections: Connections;
  crowd: Crowd;
  position: () => { epoch: number; seq: number };
  setTimer: (run: () => void, delayMs: number) => void;
}

/**
 * What everyone is to be told (R50): at once when it has been quiet, else together at the next tick. The tick is the
 * room's only timer and stops as soon as it finds nothing, so that a silent room can hibernate.
 */
export class Outbox {
  readonly #deps: OutboxDeps;
  #events: RoomEvent[] = [];
  #isTicking = false;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  queue(event: RoomEvent): void {
    this.#events.push(event);
  }

  /** Something was queued, or someone came or went. */
  nudge(): void {
    if (!this.#isTicking) this.#tick();
  }

  #tick(): void {
    this.#isTicking = this.#sendAll();
    if (!this.#isTicking) return;
    const delayMs = this.#deps.connections.size > CROWD_SOCKETS ? CROWD_TICK_MS : TICK_MS;
    this.#deps.setTimer(() => this.#tick(), delayMs);
  }

  /** Whether there was anything to tell. */
  #sendAll(): boolean {
    const { connections, crowd, position } = this.#deps;
    const events = mergeEvents(this.#events);
    this.#events = [];
    const delta = crowd.takeDelta();
    const everyone = connections.greeted();
    for (const chunk of chunksOf(events))
      connections.sendAll(everyone, { t: 'events', ...position(), events: chunk });
    if (delta) connections.sendAll(everyone, { t: 'presence', ...delta }, { isVolatile: true });
    return events.length > 0 || delta !== undefined;
  }
}

/** Cuts events into frames of at most 64 KiB. */
export function chunksOf(events: readonly RoomEvent[]): RoomEvent[][] {
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
