import type { Peer } from '#rooms/connections.ts';
import { receive } from '#rooms/dispatch.ts';
import { Keeper } from '#rooms/keeper.ts';
import { leaveRoom } from '#rooms/leave.ts';
import type { Room } from '#rooms/room.ts';
import type { SqlValue } from '#rooms/storage/sql.ts';
import type { Chance } from './chance.ts';
import type { SimulatedPostgres } from './postgres.ts';
import type { SimulatedPeer } from './socket.ts';
import type { SimulatedStorage } from './sqlite.ts';
import type { Scheduled, Timeline } from './timeline.ts';
import type { Seams } from './world.ts';

export interface HostParts {
  timeline: Timeline;
  chance: Chance;
  storage: SimulatedStorage;
  postgres: SimulatedPostgres;
  videoId: string;
  /** Where a mutation may stand between the room and its storage. */
  seams: Pick<Seams, 'sql' | 'write'>;
}

const RETRY_MS = 50;

/** The platform under a real room: instances come and go, storage stays. */
export class RoomHost {
  isUp = true;
  readonly #parts: HostParts;
  readonly #peers = new Set<SimulatedPeer>();
  #keeper: Keeper;
  #instance = 0;
  /** Timers and requests of the instance: they keep it in memory. */
  #busy = 0;
  #alarm: Scheduled | undefined;
  #connections = 0;
  #shortIds = 0;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#keeper = this.#newInstance();
  }

  open = async (): Promise<void> => void (await this.#keeper.open(this.#parts.videoId));

  get room(): Room {
    const { room } = this.#keeper;
    if (!room) throw new Error('The room is not open.');
    return room;
  }

  get isDirty(): boolean {
    return this.#keeper.isDirty;
  }

  newConnectionId(): string {
    this.#connections += 1;
    return `c${this.#connections}`;
  }

  accept(peer: SimulatedPeer): void {
    this.#peers.add(peer);
    this.room.connections.add(peer);
  }

  receive(peer: Peer, text: string): void {
    // A socket the room has closed may still have sent something.
    if (this.isUp && this.room.connections.find(peer.id)) receive(this.room, peer, text);
  }

  leave(peer: SimulatedPeer): void {
    if (!this.#peers.delete(peer) || !this.isUp) return;
    leaveRoom(this.room, peer);
  }

  /** Memory is gone, storage and sockets stay: only of a room that has neither timers nor requests under way (R53). */
  evict(): void {
    if (!this.isUp) return;
    if (this.#busy > 0) return void this.#parts.timeline.after(RETRY_MS, null, () => this.evict());
    this.#keeper = this.#newInstance();
    this.#rearm();
  }

  /** The process dies with every socket, and is back after a while. */
  kill(backInMs: number): void {
    this.isUp = false;
    this.#instance += 1;
    for (const peer of this.#peers) peer.die();
    this.#peers.clear();
    this.#parts.timeline.after(backInMs, null, () => {
      this.isUp = true;
      this.#keeper = this.#newInstance();
      this.#rearm();
    });
  }

  #rearm(): void {
    const pending = this.#alarm && !this.#alarm.isCancelled ? this.#alarm.atMs : null;
    this.#keeper.rearm(pending);
  }

  #newInstance(): Keeper {
    this.#instance += 1;
    this.#busy = 0;
    const instance = this.#instance;
    const isMine = (): boolean => instance === this.#instance;
    const { timeline, chance, storage, postgres, seams } = this.#parts;
    // What an instance had under way when it went never comes back to it.
    const ifMine = (run: () => void): void => {
      if (!isMine()) return;
      this.#busy -= 1;
      run();
    };
    const whileMine = <T>(answer: Promise<T>): Promise<T> => {
      this.#busy += 1;
      return new Promise((resolve, reject) => {
        answer.then(
          (value) => ifMine(() => resolve(value)),
          (error: unknown) => ifMine(() => reject(error)),
        );
      });
    };
    const sql = seams.sql({
      exec: (query: string, ...bindings: SqlValue[]) => {
        if (!isMine()) throw new Error('An instance that is gone touched the storage.');
        return storage.exec(query, ...bindings);
      },
    });
    const write = seams.write((batch) => postgres.write(batch));
    return new Keeper({
      sql,
      transact: storage.transact,
      nowMs: () => Math.floor(timeline.nowMs),
      random: chance.next,
      newShortId: () => String((this.#shortIds += 1)).padStart(11, '0'),
      setTimer: (run, delayMs) => {
        this.#busy += 1;
        timeline.after(delayMs, null, () => ifMine(run), true);
      },
      setAlarm: (atMs) => this.#setAlarm(atMs),
      database: {
        write: (batch) => whileMine(write(batch)),
        reopen: () => whileMine(postgres.reopen()),
      },
      peers: () => this.#peers,
    });
  }

  #setAlarm(atMs: number): void {
    if (this.#alarm) this.#alarm.isCancelled = true;
    this.#alarm = this.#parts.timeline.at(atMs, null, () => this.#runAlarm());
  }

  #runAlarm(): void {
    // The platform keeps an alarm until there is an instance to run it.
    if (!this.isUp) return this.#setAlarm(this.#parts.timeline.nowMs + 100);
    this.#alarm = undefined;
    void this.#keeper.onAlarm();
  }
}
