import { sayBye } from '#rooms/connections.ts';
import { CLOSE_CODE } from '#protocol/error.ts';
import type { Persist } from '#protocol/hello.ts';
import { learnDuration, writeFailures, writeFlushed } from '#rooms/storage/facts.ts';
import { pruneLog } from '#rooms/storage/log.ts';
import { parkEntry, unparkWritten } from '#rooms/storage/parked.ts';
import { takeIn } from '#rooms/storage/reopen.ts';
import type { Room } from '#rooms/room.ts';
import { LIMITS } from '#protocol/limits.ts';
import { backoffMs, type Retry } from './backoff.ts';
import { drain, type DrainDeps, type Drained } from './drain.ts';
import type { RoomDatabase } from './postgres.ts';
import { nextBatch } from './rows.ts';

/** Clients resend for a day; answers are kept a little longer (R11). */
const ANSWERS_KEPT_MS = 25 * 60 * 60 * 1000;
const PRUNE_AT_ONCE = 500;

/** Writes the room through to Postgres, one drain at a time. */
export class Flusher {
  readonly #room: Room;
  readonly #database: RoomDatabase;
  readonly #random: () => number;
  #underWay: Promise<Drained> | undefined;

  constructor(room: Room, database: RoomDatabase, random: () => number) {
    this.#room = room;
    this.#database = database;
    this.#random = random;
  }

  get isDirty(): boolean {
    return this.#room.facts.flushedSeq < this.#room.facts.seq;
  }

  /** Shared by whoever asks while it runs. Never throws. */
  run(): Promise<Drained> {
    this.#underWay ??= this.#drainOnce().finally(() => (this.#underWay = undefined));
    return this.#underWay;
  }

  async #drainOnce(): Promise<Drained> {
    const drained = await drain(this.#deps());
    if (drained.kind !== 'overtaken') return drained;
    try {
      return await this.#reopen();
    } catch (error) {
      warn('A room could not be opened anew.', error);
      return { kind: 'later', delayMs: backoffMs(this.#noteFailure()) };
    }
  }

  /** R71: a new epoch, what Postgres knows taken in, everyone asked to come back and read anew. */
  async #reopen(): Promise<Drained> {
    const { facts, sql, transact, connections } = this.#room;
    const known = await this.#database.reopen(facts.videoId);
    if (!known) return { kind: 'missing' };
    Object.assign(
      facts,
      transact(() => takeIn(sql, facts.videoId, known)),
    );
    for (const peer of connections.all()) sayBye(peer, CLOSE_CODE.NEW_TICKET, 'The room has started anew.');
    return this.isDirty ? { kind: 'later', delayMs: 0 } : { kind: 'clean' };
  }

  #deps(): DrainDeps {
    const { sql, facts } = this.#room;
    // What comes while a batch is on its way goes together a moment later: one request, not one for every few events.
    const goalSeq = facts.seq;
    return {
      nextBatch: (limit) => (facts.flushedSeq < goalSeq ? nextBatch(sql, facts, limit) : undefined),
      write: (batch) => this.#database.write(batch),
      markWritten: (batch, durationSeconds) => {
        unparkWritten(sql, batch.entries);
        this.#markFlushed(batch.upToSeq, durationSeconds);
      },
      park: (batch, reason) => {
        const [entry] = batch.entries;
        if (entry) parkEntry(sql, entry, reason, this.#room.nowMs());
        warn(`Parked event ${batch.upToSeq} of room ${facts.videoId}`, reason);
        this.#markFlushed(batch.upToSeq, null);
      },
      noteFailure: () => this.#noteFailure(),
      warn,
    };
  }

  #markFlushed(upToSeq: number, durationSeconds: number | null): void {
    const { sql, facts, transact } = this.#room;
    transact(() => {
      writeFlushed(sql, upToSeq);
      const beforeMs = this.#room.nowMs() - ANSWERS_KEPT_MS;
      pruneLog(sql, {
        upToSeq: Math.min(upToSeq, facts.seq - LIMITS.gapEvents),
        beforeMs,
        limit: PRUNE_AT_ONCE,
      });
    });
    facts.flushedSeq = upToSeq;
    learnDuration(sql, facts, durationSeconds);
    if (facts.failures > 0) this.#tell('ok');
    facts.failures = 0;
  }

  #noteFailure(): Retry {
    const { sql, facts, connections } = this.#room;
    if (facts.failures === 0) this.#tell('delayed');
    facts.failures += 1;
    writeFailures(sql, facts.failures);
    return { failures: facts.failures, isWatched: connections.size > 0, random: this.#random };
  }

  #tell(persist: Persist): void {
    const { connections } = this.#room;
    connections.sendAll(connections.greeted(), { t: 'persist', persist });
  }
}

const warn = (message: string, error: unknown): void =>
  console.error(JSON.stringify({ level: 'error', where: 'flush', message, error: String(error) }));
