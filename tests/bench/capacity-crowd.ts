/**
 * The crowd, in a process of its own: opens sockets, lets some of them talk, and says what all of them heard and how
 * long it took. Driven over the process's message channel by `capacity-drive.ts`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { Delays } from './capacity-delays.ts';
import { CONTENT, DIALECTS, type DialectName } from './capacity-dialects.ts';
import { CapacitySocket } from './capacity-socket.ts';

export interface Joined {
  tookMs: number;
  bytes: number[];
}

export interface TalkPlan {
  /** Who talks: sockets `from` to `to`, the latter not included, in turn. */
  from: number;
  to: number;
  perSecond: number;
  seconds: number;
}

export interface Heard {
  sent: number;
  /** Messages that arrived, counted at every socket. */
  received: number;
  /** From the first word to the last receipt. */
  tookMs: number;
  p50Ms: number;
  p99Ms: number;
  bytes: number;
  /** CPU of this process over the same time. */
  cpuMs: number;
}

const SHORT = 100;
const GIVE_UP_MS = 15_000;
/** A crowd comes within a few seconds, not in one packet: so many sockets are under way at once. */
const JOINING_AT_ONCE = 100;

class Crowd {
  readonly #sockets: CapacitySocket[] = [];
  readonly #sentAt = new Map<string, number>();
  /** Every socket gets the same frames: each is looked into once. */
  readonly #frames = new Map<string, Float64Array>();
  #dialect = DIALECTS.room;
  #delays = new Delays();
  #received = 0;
  #lastAt = 0;

  async join({ urls, dialect }: { urls: string[]; dialect: DialectName }): Promise<Joined> {
    this.#dialect = DIALECTS[dialect];
    const begun = performance.now();
    const rest = urls.values();
    const come = async (): Promise<void> => {
      for (const url of rest) await this.#enter(url);
    };
    await Promise.all(Array.from({ length: JOINING_AT_ONCE }, come));
    return { tookMs: performance.now() - begun, bytes: this.bytes() };
  }

  #enter(url: string): Promise<void> {
    return new Promise((resolve) => {
      const { greeting, answer, isWelcome } = this.#dialect;
      let isIn = false;
      const socket: CapacitySocket = new CapacitySocket(
        url,
        (text) => {
          if (isIn) return this.#hear(text, socket);
          const words = answer(text);
          if (words !== undefined) return socket.send(words);
          if (!isWelcome(text)) return;
          isIn = true;
          resolve();
        },
        () => {
          if (greeting !== undefined) return socket.send(greeting);
          if (this.#dialect !== DIALECTS.ws) return;
          isIn = true;
          resolve();
        },
      );
      this.#sockets.push(socket);
    });
  }

  #hear(text: Buffer, socket: CapacitySocket): void {
    const words = text.length < SHORT ? this.#dialect.answer(text) : undefined;
    if (words !== undefined) return socket.send(words);
    const key = `${text.length} ${text.toString('latin1', 0, 120)}`;
    let sentAt = this.#frames.get(key);
    if (!sentAt) {
      sentAt = this.#timesIn(text);
      this.#frames.set(key, sentAt);
    }
    if (sentAt.length === 0) return;
    const now = performance.now();
    for (const at of sentAt) this.#delays.add(now - at);
    this.#received += sentAt.length;
    this.#lastAt = now;
  }

  /** When each message in a broadcast was sent. Acks name one too, but are no broadcast. */
  #timesIn(text: Buffer): Float64Array {
    const words = text.toString();
    if (words.startsWith('{"t":"ack"')) return new Float64Array();
    const ids = words.matchAll(/"id":"([0-9a-f-]{36})"/g);
    return Float64Array.from([...ids].flatMap(([, id = '']) => this.#sentAt.get(id) ?? []));
  }

  async talk({ from, to, perSecond, seconds }: TalkPlan): Promise<Heard> {
    this.#received = 0;
    this.#delays = new Delays();
    this.#sentAt.clear();
    this.#frames.clear();
    const bytes = sum(this.bytes());
    const cpu = process.cpuUsage();
    const begun = performance.now();
    let sent = 0;
    while (sent < perSecond * seconds) {
      const due = Math.min(perSecond * seconds, ((performance.now() - begun) / 1000) * perSecond);
      for (; sent < due; sent += 1) this.#say(from + (sent % (to - from)));
      await pause(4);
    }
    const expected = sent * this.#sockets.length;
    while (this.#received < expected && performance.now() - begun < seconds * 1000 + GIVE_UP_MS)
      await pause(5);
    const used = process.cpuUsage(cpu);
    return {
      sent,
      received: this.#received,
      tookMs: this.#lastAt - begun,
      p50Ms: this.#delays.percentileMs(0.5),
      p99Ms: this.#delays.percentileMs(0.99),
      bytes: sum(this.bytes()) - bytes,
      cpuMs: (used.user + used.system) / 1000,
    };
  }

  #say(index: number): void {
    const id = uuidv7();
    this.#sentAt.set(id, performance.now());
    this.#sockets[index]?.send(this.#dialect.post(id, CONTENT));
  }

  /** Of each socket, what it has received since it began. */
  bytes(): number[] {
    return this.#sockets.map((socket) => socket.bytes);
  }

  /** Only the first `keep` stay. */
  leave({ keep }: { keep: number }): void {
    for (const socket of this.#sockets.splice(keep)) socket.leave();
  }

  /** Why sockets ended that were not asked to. */
  ended(): string[] {
    return this.#sockets.flatMap((socket) => socket.ended ?? []);
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export type CrowdCalls = Pick<Crowd, 'join' | 'talk' | 'bytes' | 'leave' | 'ended'>;

const crowd = new Crowd();
process.on('message', ({ id, call, argument }: { id: number; call: keyof CrowdCalls; argument: never }) => {
  void Promise.resolve(crowd[call](argument)).then((value: unknown) => process.send?.({ id, value }));
});
