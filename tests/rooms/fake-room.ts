import { DatabaseSync } from 'node:sqlite';
import { decodeDown } from '#protocol/codec.ts';
import type { Ack, Refuse } from '#protocol/ack.ts';
import type { Down } from '#protocol/down.ts';
import type { Identity } from '#protocol/ticket.ts';
import type { Up, UpOp } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { Peer, Seat } from '#rooms/connections.ts';
import { receive } from '#rooms/dispatch.ts';
import { Keeper } from '#rooms/keeper.ts';
import { leaveRoom } from '#rooms/leave.ts';
import { Reading } from '#rooms/reading.ts';
import type { Room } from '#rooms/room.ts';
import type { SqlValue } from '#rooms/storage/sql.ts';
import { FakePostgres } from './fake-postgres.ts';

export const VIDEO_ID = '0198a000-0000-7000-8000-000000000000';
const START_MS = 1_790_000_000_000;

/** A UUIDv7 made from a counter: tests name things by it. */
export const uuid = (n: number): string => `0198a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A socket held by a test. */
export class FakePeer implements Peer {
  readonly id: string;
  seat: Seat;
  readonly frames: Down[] = [];
  readonly sizes: number[] = [];
  closed: { code: number; reason: string } | undefined;
  reading = new Reading();
  /** Answers marks, as clients do; turned off it is one that reads no more. */
  isReading = true;
  /** Marks sent to it. */
  readonly marks: number[] = [];
  #unanswered: number | undefined;
  readonly #fake: FakeRoom;

  constructor(fake: FakeRoom, id: string, seat: Seat) {
    this.#fake = fake;
    this.id = id;
    this.seat = seat;
  }

  takeSeat(seat: Seat): void {
    this.seat = seat;
  }
  send(text: string): void {
    this.sizes.push(Buffer.byteLength(text));
    const frame = decodeDown(text);
    if (!frame) throw new Error(`The room sent what the protocol does not know: ${text}`);
    if (frame.t === 'mark') this.#heardOf(frame.n);
    else this.frames.push(frame);
  }
  close(code: number, reason: string): void {
    this.closed = { code, reason };
  }

  #heardOf(mark: number): void {
    this.marks.push(mark);
    this.#unanswered = mark;
    if (this.isReading) this.readOn();
  }
  /** Answers what it has not answered. */
  readOn(): void {
    this.isReading = true;
    if (this.#unanswered !== undefined) this.say({ t: 'heard', n: this.#unanswered });
    this.#unanswered = undefined;
  }

  say(frame: Up | object): void {
    this.sayRaw(JSON.stringify(frame));
  }
  sayRaw(data: unknown): void {
    receive(this.#fake.room, this, data);
  }
  /** The answer to an op. */
  ask(op: Partial<UpOp> & { t: UpOp['t']; id?: string }): Ack | Refuse {
    const id = op.id ?? this.#fake.newId();
    this.say({ ...op, id });
    const answer = this.frames.findLast((f) => (f.t === 'ack' || f.t === 'refuse') && f.id === id);
    if (answer?.t !== 'ack' && answer?.t !== 'refuse') throw new Error(`no answer to ${op.t}`);
    return answer;
  }
  /** The answer to an op that must not be refused. */
  do(op: Parameters<FakePeer['ask']>[0]): Ack {
    const answer = this.ask(op);
    if (answer.t === 'refuse') throw new Error(`${op.t}: ${answer.code} ${answer.message}`);
    return answer;
  }
  /** Frames of one type since the last call. */
  take<T extends Down['t']>(type: T): Extract<Down, { t: T }>[] {
    const taken = this.frames.filter((frame) => frame.t === type);
    this.frames.splice(0, this.frames.length, ...this.frames.filter((frame) => frame.t !== type));
    return taken as Extract<Down, { t: T }>[];
  }
}

/** The real room on Node's SQLite, a clock that stands until moved, and a Postgres that may be made to fail. */
export class FakeRoom {
  nowMs = START_MS;
  alarmAtMs: number | null = null;
  rowsWritten = 0;
  peers: FakePeer[] = [];
  readonly postgres = new FakePostgres();
  readonly #sqlite = new DatabaseSync(':memory:');
  readonly #timers: { atMs: number; run: () => void }[] = [];
  keeper: Keeper;
  #ids = 1_000;
  #connected = 0;

  constructor() {
    this.keeper = this.#newKeeper();
  }

  static async open(): Promise<FakeRoom> {
    const fake = new FakeRoom();
    await fake.keeper.open(VIDEO_ID);
    return fake;
  }

  get room(): Room {
    if (!this.keeper.room) throw new Error('The room is not open.');
    return this.keeper.room;
  }

  readonly #sql = {
    exec: (query: string, ...bindings: SqlValue[]) => {
      if (/^\s*(insert|update|delete)/i.test(query)) {
        this.rowsWritten += Number(this.#sqlite.prepare(query).run(...bindings).changes);
        return { toArray: () => [] };
      }
      const rows = this.#sqlite.prepare(query).all(...bindings);
      return { toArray: () => rows as Record<string, unknown>[] };
    },
  };

  #newKeeper(): Keeper {
    return new Keeper({
      sql: this.#sql,
      transact: (run) => {
        this.#sqlite.exec('BEGIN');
        try {
          const result = run();
          this.#sqlite.exec('COMMIT');
          return result;
        } catch (error) {
          this.#sqlite.exec('ROLLBACK');
          throw error;
        }
      },
      nowMs: () => this.nowMs,
      random: () => 1,
      newShortId: () => this.newId().slice(-11).padStart(11, '0'),
      setTimer: (run, delayMs) => void this.#timers.push({ atMs: this.nowMs + delayMs, run }),
      setAlarm: (atMs) => void (this.alarmAtMs = atMs),
      database: this.postgres,
      peers: () => this.peers,
    });
  }

  newId(): string {
    this.#ids += 1;
    return uuid(this.#ids);
  }

  /** What an eviction does: memory is gone, storage and sockets stay. */
  restart({ keepAlarm = true } = {}): void {
    this.#timers.length = 0;
    for (const peer of this.peers) peer.reading = new Reading({ hasSlept: true });
    if (!keepAlarm) this.alarmAtMs = null;
    this.keeper = this.#newKeeper();
    this.keeper.rearm(this.alarmAtMs);
  }

  connect(identity: Partial<Identity> = {}, screeningId: string | null = null): FakePeer {
    const full: Identity = { userId: null, name: 'Somebody', isGuest: true, role: 'control', ...identity };
    const seat: Seat = {
      identity: full,
      screeningId,
      linkId: null,
      isGreeted: false,
      activity: 'watching',
      joinedAtMs: this.nowMs,
    };
    this.#connected += 1;
    const peer = new FakePeer(this, `c${this.#connected}`, seat);
    this.peers.push(peer);
    this.room.connections.add(peer);
    return peer;
  }

  /** A connection that has said hello. */
  enter(identity: Partial<Identity> = {}, screeningId: string | null = null): FakePeer {
    const peer = this.connect(identity, screeningId);
    peer.say({ t: 'hello', version: PROTOCOL_VERSION });
    return peer;
  }

  leave(peer: FakePeer): void {
    this.peers = this.peers.filter((other) => other !== peer);
    leaveRoom(this.room, peer);
  }

  /** Moves the clock, running timers as they come due; alarms are the test's to run. */
  pass(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      this.#timers.sort((a, b) => a.atMs - b.atMs);
      const next = this.#timers[0];
      if (!next || next.atMs > untilMs) break;
      this.#timers.shift();
      this.nowMs = next.atMs;
      next.run();
    }
    this.nowMs = untilMs;
  }

  tables(): unknown[] {
    return this.#sqlite.prepare('SELECT name FROM sqlite_master').all();
  }

  get timersSet(): number {
    return this.#timers.length;
  }

  /** Runs the alarm, as the platform would. */
  async alarm(): Promise<void> {
    if (this.alarmAtMs === null) throw new Error('No alarm is set.');
    this.pass(Math.max(0, this.alarmAtMs - this.nowMs));
    this.alarmAtMs = null;
    await this.keeper.onAlarm();
  }
}
