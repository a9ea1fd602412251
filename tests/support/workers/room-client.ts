import { env, exports } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { decodeDown } from '#protocol/codec.ts';
import type { Ack, Refuse } from '#protocol/ack.ts';
import type { Down } from '#protocol/down.ts';
import type { Role } from '#protocol/role.ts';
import type { ControlMode, StallPolicy } from '#protocol/screening.ts';
import type { Up, UpOp } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { signTicket } from '#worker/rooms/ticket.ts';
import { ORIGIN } from './visitor.ts';

export interface Seated {
  userId?: string | null;
  name?: string;
  role?: Role;
  screeningId?: string | null;
  linkId?: string | null;
  durationSeconds?: number | null;
}

type Frame<T extends Down['t']> = Extract<Down, { t: T }>;
type WithoutId<Op> = Op extends { id: string } ? Omit<Op, 'id'> : never;
/** An op as a test writes it: its id is made here, fields with defaults may be left out. */
export type DraftOp =
  | WithoutId<Exclude<UpOp, { t: 'screening.start' }>>
  | {
      t: 'screening.start';
      positionSeconds: number;
      isPlaying: boolean;
      controlMode?: ControlMode;
      stallPolicy?: StallPolicy;
    };

/** One connection, as a browser would hold it. Frames are kept until a test takes them. */
export class RoomClient {
  readonly socket: WebSocket;
  readonly frames: Down[] = [];
  closed: { code: number; reason: string } | undefined;
  /** What the protocol's own schemas do not take: no room may ever say it. */
  #unknown: string | undefined;
  #waiting: (() => void)[] = [];

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.accept();
    socket.addEventListener('message', ({ data }) => {
      const frame = decodeDown(data);
      if (frame?.t === 'mark') return this.send({ t: 'heard', n: frame.n });
      if (frame) this.frames.push(frame);
      else if (data !== 'pong') this.#unknown ??= String(data);
      this.#wake();
    });
    socket.addEventListener('close', ({ code, reason }) => {
      this.closed = { code, reason };
      this.#wake();
    });
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  send(frame: Up | object): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** The first kept frame of this type that fits, taken out; waits for it. */
  async next<T extends Down['t']>(
    type: T,
    fits: (frame: Frame<T>) => boolean = () => true,
  ): Promise<Frame<T>> {
    for (;;) {
      if (this.#unknown !== undefined)
        throw new Error(`The room sent what the protocol does not know: ${this.#unknown}`);
      const index = this.frames.findIndex((frame) => frame.t === type && fits(frame as Frame<T>));
      if (index !== -1) return this.frames.splice(index, 1)[0] as Frame<T>;
      if (this.closed) throw new Error(`closed with ${this.closed.code} while waiting for ${type}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async untilClosed(): Promise<{ code: number; reason: string }> {
    while (!this.closed) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.closed;
  }

  async hello(resume?: { epoch: number; seq: number }): Promise<Frame<'welcome'>> {
    this.send({ t: 'hello', version: PROTOCOL_VERSION, resume });
    return this.next('welcome');
  }

  /** Sends an op and waits for its answer. */
  async ask(draft: DraftOp, id: string = uuidv7()): Promise<Ack | Refuse> {
    this.send({ ...draft, id });
    return Promise.race([this.next('ack', (ack) => ack.id === id), this.next('refuse', (r) => r.id === id)]);
  }

  /** The same, for an op that must not be refused. */
  async do(draft: DraftOp, id?: string): Promise<Ack> {
    const answer = await this.ask(draft, id);
    if (answer.t === 'refuse') throw new Error(`${draft.t}: ${answer.code} ${answer.message}`);
    return answer;
  }
}

export async function ticketFor(videoId: string, seated: Seated = {}, nowMs = Date.now()): Promise<string> {
  const { userId = null, name = 'Somebody', role = 'control', screeningId = null, linkId = null } = seated;
  const { durationSeconds = 60 } = seated;
  const identity = { userId, name, role, isGuest: userId === null };
  return signTicket(env.TICKET_SECRET, { ...identity, videoId, screeningId, linkId, durationSeconds }, nowMs);
}

export async function askForSocket(videoId: string, ticket: string, headers = {}): Promise<Response> {
  const url = new URL(`/ws/${videoId}`, ORIGIN);
  url.searchParams.set('ticket', ticket);
  return exports.default.fetch(url.href, { headers: { upgrade: 'websocket', origin: ORIGIN, ...headers } });
}

/** A connected socket that has not said hello. */
export async function connect(videoId: string, seated: Seated = {}): Promise<RoomClient> {
  const answer = await askForSocket(videoId, await ticketFor(videoId, seated));
  if (!answer.webSocket) throw new Error(`socket: ${answer.status} ${await answer.text()}`);
  return new RoomClient(answer.webSocket);
}

/** A connection that has been welcomed. */
export async function enter(videoId: string, seated: Seated = {}): Promise<RoomClient> {
  const client = await connect(videoId, seated);
  client.frames.push(await client.hello());
  return client;
}
