import type { UpOp } from '#protocol/up.ts';
import type { ClockStamps } from '#client/room/clock-filter.ts';
import type { OutboxStore } from '#client/room/outbox-store.ts';
import { RoomRefusal } from '#client/room/room-refusal.ts';
import { Connection } from '#client/room/connection.ts';
import { createRoom, type Room } from '#client/room/room.ts';
import { Device } from './device.ts';
import type { ElementTraits } from './element-traits.ts';
import { SimulatedElement } from './element.ts';
import { FollowLoop } from './follow-loop.ts';
import type { Link } from './link.ts';
import { SimulatedSocket } from './socket.ts';
import { countAllReactions } from './verdict-social.ts';
import type { World } from './world.ts';

export interface PageParts {
  world: World;
  link: Link;
  traits: ElementTraits;
  userId: string;
  name: string;
  outboxStore: OutboxStore;
  screeningId: string | null;
}

/** One tab from opening to closing: the real client on simulated surroundings. */
export class Page {
  readonly device: Device;
  readonly room: Room;
  readonly element: SimulatedElement;
  readonly loop: FollowLoop;
  /** By second and emoji, as the list told since this connection came; null when it did not. */
  readReactions: ReadonlyMap<string, number> | null = null;
  readonly #parts: PageParts;
  #socket: SimulatedSocket | undefined;
  #ticketScreeningId: string | null = null;

  constructor(parts: PageParts) {
    this.#parts = parts;
    const { world, traits, outboxStore, screeningId } = parts;
    const { timeline } = world;
    const chance = world.chance.split();
    const device = new Device(timeline, chance);
    this.device = device;
    this.element = new SimulatedElement(traits, chance, timeline.nowMs);
    const { surroundings } = device;
    timeline.owner = device;
    const open = (): SimulatedSocket => this.#open();
    this.room = createRoom({
      link: (options) => new Connection(options),
      videoId: world.videoId,
      screeningId,
      outboxStore,
      surroundings,
      join: (id) => this.#join(id),
      clock: world.seams.createClock({
        probe: () => this.#probe(),
        surroundings,
        nowMs: device.localMs,
        wallMs: device.wallMs,
      }),
      nowMs: device.localMs,
      newId: world.newId,
      random: chance.next,
      WebSocket: function FakeWebSocket() {
        return open();
      },
    });
    this.loop = new FollowLoop({ world, room: this.room, device, element: this.element });
    this.room.subscribe((state, before) => {
      if (state.you && state.you.connectionId !== before.you?.connectionId) void this.#readReactions();
      const { screening } = state;
      if (screening && screening.playback !== before.screening?.playback)
        world.holds.heard(screening.id, screening.playback);
    });
    this.room.connect();
  }

  /** Answered or not: what becomes of it is read from the frames. */
  perform(op: UpOp): void {
    if (op.t === 'progress.set') this.#parts.world.watch.progress.set(op.id, op);
    this.room.perform(op).catch(() => undefined);
  }

  cut(pageHearsInMs: number, roomHearsInMs: number): void {
    this.#socket?.cut(pageHearsInMs, roomHearsInMs);
  }

  close(isOrderly: boolean): void {
    if (isOrderly) this.room.close();
    else this.cut(Infinity, this.#parts.world.chance.between(100, 20_000));
    this.device.isGone = true;
  }

  #open(): SimulatedSocket {
    const { world, link, userId, name } = this.#parts;
    const screeningId = this.#ticketScreeningId;
    this.#socket = new SimulatedSocket({
      timeline: world.timeline,
      device: this.device,
      link,
      host: world.host,
      newSeat: () => ({
        identity: { userId, name, isGuest: false, role: 'control' },
        screeningId,
        linkId: null,
        isGreeted: false,
        activity: 'watching',
        joinedAtMs: Math.floor(world.timeline.nowMs),
      }),
      onHeard: (text) => world.watch.heard(text, this.room.getState().position),
    });
    return this.#socket;
  }

  #join(screeningId: string | null): Promise<never> {
    const { world } = this.#parts;
    return this.#ask(() => {
      if (!world.host.isUp) throw new RoomRefusal('UNAVAILABLE', 'The room is starting.');
      this.#ticketScreeningId = screeningId;
      return { url: 'ws://room.test/' } as never;
    });
  }

  /** No welcome tells of reactions: whoever has come reads them over HTTP, if that can be. */
  async #readReactions(): Promise<void> {
    const { host, storage } = this.#parts.world;
    const { you } = this.room.getState();
    this.readReactions = null;
    let counts: Map<string, number> | null = null;
    const atServer = (): void => {
      if (host.isUp) counts = countAllReactions(storage);
    };
    const read = await this.#ask(() => counts, atServer).catch(() => null);
    if (this.room.getState().you?.connectionId === you?.connectionId) this.readReactions = read;
  }

  #probe(): Promise<ClockStamps> {
    const { world } = this.#parts;
    const askedMs = this.device.localMs();
    let atServerMs = 0;
    const askServer = () => (atServerMs = Math.floor(world.timeline.nowMs));
    return this.#ask(() => {
      // Once the clock has taken the answer in: a step that rests would not see it move.
      world.timeline.after(0.1, this.device, () => this.loop.wakeFromRest(), true);
      return { askedMs, receivedMs: atServerMs, answeredMs: atServerMs, heardMs: this.device.localMs() };
    }, askServer);
  }

  /** A request over HTTP. */
  #ask<T>(answer: () => T, atServer: () => void = () => {}): Promise<T> {
    const { world, link } = this.#parts;
    const { timeline } = world;
    return new Promise((resolve, reject) => {
      const end = (run: () => void, delayMs: number) => timeline.after(delayMs, this.device, run);
      if (!this.device.isOnline) return void end(() => reject(new TypeError('Failed to fetch')), 20);
      const atServerThen = (): void => {
        atServer();
        end(() => {
          try {
            resolve(answer());
          } catch (error) {
            reject(error);
          }
        }, link.down());
      };
      timeline.after(link.up(), null, atServerThen, true);
    });
  }
}
