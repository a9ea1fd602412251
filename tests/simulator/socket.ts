import { PING, PONG } from '#protocol/wire.ts';
import type { Peer, Seat } from '#rooms/connections.ts';
import { Reading } from '#rooms/reading.ts';
import type { Device } from './device.ts';
import type { Link } from './link.ts';
import type { RoomHost } from './room-host.ts';
import type { Timeline } from './timeline.ts';

export interface SocketParts {
  timeline: Timeline;
  device: Device;
  link: Link;
  host: RoomHost;
  newSeat: () => Seat;
  /** Every frame as it reaches the page. */
  onHeard: (text: string) => void;
}

/** The room's end of a socket. */
export class SimulatedPeer implements Peer {
  readonly id: string;
  seat: Seat;
  readonly reading = new Reading();
  readonly #socket: SimulatedSocket;

  constructor(id: string, seat: Seat, socket: SimulatedSocket) {
    this.id = id;
    this.seat = seat;
    this.#socket = socket;
  }

  takeSeat = (seat: Seat): void => void (this.seat = seat);
  send = (text: string): void => this.#socket.sendDown(text);
  close = (code: number, reason: string): void => this.#socket.closeFromRoom(code, reason);
  /** The process behind it died. */
  die = (): void => this.#socket.cut(0, Infinity);
}

type Listener = (event: { type: string }) => void;

/** Frames that a promise waits for: welcome, ack, refuse, bye. What others bring is done with at once. */
const SETS_GOING = new Set(['{"t":"wel', '{"t":"ack', '{"t":"ref', '{"t":"bye']);

/** The page's end of a socket, and the way between: what is sent arrives late, in order, or never. */
export class SimulatedSocket {
  readyState = 0;
  binaryType = 'blob';
  bufferedAmount = 0;
  readonly #parts: SocketParts;
  readonly #listeners = new Map<string, Listener>();
  #peer: SimulatedPeer | undefined;
  #upAtMs = 0;
  #downAtMs = 0;
  #isCut = false;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    const { link, device } = parts;
    if (device.isOnline) this.#connect();
    else this.#endPage(link.up() + link.down(), 1006, '');
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, listener);
  }

  removeEventListener(type: string, listener: Listener): void {
    if (this.#listeners.get(type) === listener) this.#listeners.delete(type);
  }

  /** To partysocket, which listens to each kind once and copies what it hears. */
  #tell(event: { type: string } & Record<string, unknown>): void {
    this.#listeners.get(event.type)?.(event);
  }

  #connect(): void {
    const { host, link, newSeat } = this.#parts;
    this.#goUp(() => {
      if (!host.isUp) return this.#endPage(link.down(), 1006, '');
      this.#peer = new SimulatedPeer(host.newConnectionId(), newSeat(), this);
      host.accept(this.#peer);
      this.#goDown(() => {
        if (this.readyState !== 0) return;
        this.readyState = 1;
        this.#tell({ type: 'open' });
      });
    });
  }

  send(text: string): void {
    if (this.readyState !== 1) return;
    const { host } = this.#parts;
    // Answered by the platform: the room sleeps on.
    if (text === PING) return this.#goUp(() => this.sendDown(PONG), true);
    this.#goUp(() => this.#peer && host.receive(this.#peer, text), true);
  }

  /** By the page: it hears the end at once, the room when it gets there. */
  close(code = 1000, reason = ''): void {
    if (this.readyState >= 2) return;
    this.readyState = 2;
    this.#goUp(() => this.#leave());
    this.#endPage(0, code, reason);
  }

  sendDown(text: string): void {
    const isPlain = !SETS_GOING.has(text.slice(0, 9));
    this.#goDown(() => {
      if (this.readyState !== 1) return;
      this.#parts.onHeard(text);
      this.#tell({ type: 'message', data: text });
    }, isPlain);
  }

  closeFromRoom(code: number, reason: string): void {
    const { timeline, link } = this.#parts;
    this.#goDown(() => this.#endPage(0, code, reason));
    timeline.after(link.down() + link.up(), null, () => this.#leave());
  }

  /** The way breaks: nothing under way arrives; each end hears of it in its own time, or never. */
  cut(pageHearsInMs: number, roomHearsInMs: number): void {
    this.#isCut = true;
    const { timeline } = this.#parts;
    if (Number.isFinite(pageHearsInMs)) this.#endPage(pageHearsInMs, 1006, '');
    if (Number.isFinite(roomHearsInMs)) timeline.after(roomHearsInMs, null, () => this.#leave());
  }

  #leave(): void {
    if (this.#peer) this.#parts.host.leave(this.#peer);
  }

  #endPage(inMs: number, code: number, reason: string): void {
    this.#parts.timeline.after(inMs, this.#parts.device, () => {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.#tell({ type: 'close', code, reason, wasClean: code !== 1006 });
    });
  }

  #goUp(arrive: () => void, isPlain = false): void {
    const { timeline, link } = this.#parts;
    this.#upAtMs = Math.max(this.#upAtMs, timeline.nowMs + link.up());
    timeline.at(this.#upAtMs, null, () => !this.#isCut && arrive(), isPlain);
  }

  #goDown(arrive: () => void, isPlain = false): void {
    const { timeline, link, device } = this.#parts;
    this.#downAtMs = Math.max(this.#downAtMs, timeline.nowMs + link.down());
    timeline.at(this.#downAtMs, device, () => !this.#isCut && arrive(), isPlain);
  }
}
