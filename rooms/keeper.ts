import { CLOSE_CODE } from '#protocol/error.ts';
import { assembleRoom, type Platform } from './assemble.ts';
import { FLUSH_DELAY_MS } from './commit.ts';
import { sayBye } from './connections.ts';
import { Flusher } from './flush/flusher.ts';
import { OUR_FAULT_RETRY_MS } from './flush/backoff.ts';
import type { RoomDatabase } from './flush/postgres.ts';
import { Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import { findFacts, type Facts } from './storage/facts.ts';
import { clearTables, createTables, hasTables } from './storage/schema.ts';
import { takeIn } from './storage/reopen.ts';

/** An alarm that is so late will not come: the platform has lost it. */
const LATE_ALARM_MS = 10_000;

/** Longest a REST read waits for what was just written. */
const SETTLE_MS = 1_000;
/** Longer than what was read takes until the room is asked. */
const JUST_NOW_MS = 2_000;

export interface KeeperDeps extends Omit<Platform, 'requestFlush' | 'peers' | 'hasSlept'> {
  peers: () => Platform['peers'];
  database: RoomDatabase;
  random: () => number;
  /** Null when no alarm is set. */
  setAlarm: (atMs: number) => void;
}

/** Opens the room, keeps its outbox moving, and gives it up when its video is gone. */
export class Keeper {
  readonly #deps: KeeperDeps;
  #room: Room | undefined;
  #flusher: Flusher | undefined;
  #opening: Promise<Room> | undefined;
  #alarmAtMs: number | null = null;
  #wroteAtMs = Number.NEGATIVE_INFINITY;

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
    if (!hasTables(deps.sql)) return;
    createTables(deps.sql);
    const facts = findFacts(deps.sql);
    if (facts) this.#begin(facts, { hasSlept: true });
  }

  /** The room, if it is open: it is, whenever its storage has anything. */
  get room(): Room | undefined {
    return this.#room;
  }

  get isDirty(): boolean {
    return this.#flusher?.isDirty ?? false;
  }

  /** The room; a new or emptied one begins from what Postgres knows. Throws a Refusal when it cannot. */
  async open(videoId: string): Promise<Room> {
    if (this.#room) return this.#room;
    this.#opening ??= this.#reopen(videoId).finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async #reopen(videoId: string): Promise<Room> {
    const { database, sql, transact } = this.#deps;
    const known = await database.reopen(videoId).catch((error: unknown) => {
      console.error(JSON.stringify({ level: 'error', where: 'open', videoId, error: String(error) }));
      // Never open empty: what is said then could not be told from what was lost.
      throw new Refusal('UNAVAILABLE', 'The room cannot open right now. Try again in a moment.', 1_000);
    });
    if (!known) throw new Refusal('NOT_FOUND', 'There is no such video.');
    createTables(sql);
    return this.#begin(
      transact(() => takeIn(sql, videoId, known)),
      { hasSlept: false },
    );
  }

  #begin(facts: Facts, { hasSlept }: Pick<Platform, 'hasSlept'>): Room {
    const { peers, database, random, ...platform } = this.#deps;
    const requestFlush = (delayMs: number): void => this.#arm(delayMs);
    const room = assembleRoom(facts, { ...platform, requestFlush, peers: peers(), hasSlept });
    this.#room = room;
    this.#flusher = new Flusher(room, database, random);
    return room;
  }

  /** What the platform remembers of the alarm; sets one where work waits without (R44). */
  rearm(alarmAtMs: number | null): void {
    this.#alarmAtMs = alarmAtMs;
    if (alarmAtMs === null && this.isDirty) this.#arm(0);
  }

  /** One alarm for a batch: a nearer one stands, and while Postgres is away nobody hurries the next try. */
  #arm(delayMs: number): void {
    const nowMs = this.#deps.nowMs();
    const atMs = nowMs + delayMs;
    const isBackingOff = (this.#room?.facts.failures ?? 0) > 0;
    const isSet = this.#alarmAtMs !== null && nowMs - this.#alarmAtMs <= LATE_ALARM_MS;
    if (isSet && (isBackingOff || (this.#alarmAtMs ?? 0) <= atMs)) return;
    this.#alarmAtMs = atMs;
    this.#deps.setAlarm(atMs);
  }

  /** Never throws: an alarm that does is tried seven times and then gone for ever (R43). */
  async onAlarm(): Promise<void> {
    this.#alarmAtMs = null;
    await this.#flush();
  }

  /**
   * Waits, but not long, until Postgres has what the room has. True where something was written just now: who has read
   * there before asking reads again. Never throws.
   */
  async settle(): Promise<boolean> {
    if (this.isDirty) await this.#catchUp();
    return this.#deps.nowMs() - this.#wroteAtMs < JUST_NOW_MS;
  }

  async #catchUp(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, SETTLE_MS)));
    // A drain already under way may have passed by the newest event; a second one cannot.
    const flushed = this.#flush().then((isClean) => (isClean && this.isDirty ? this.#flush() : isClean));
    await Promise.race([flushed, late]);
    if (timer !== undefined) clearTimeout(timer);
  }

  /** Whether everything found is written. */
  async #flush(): Promise<boolean> {
    const { flushedSeq } = this.#room?.facts ?? { flushedSeq: 0 };
    try {
      const drained = await this.#flusher?.run();
      if ((this.#room?.facts.flushedSeq ?? 0) > flushedSeq) this.#wroteAtMs = this.#deps.nowMs();
      if (drained?.kind === 'missing') this.#giveUp();
      if (drained?.kind === 'later') this.#arm(drained.delayMs);
      // What came meanwhile may have set an alarm that has already come and found this drain under way.
      if (drained?.kind === 'clean' && this.isDirty) this.#arm(FLUSH_DELAY_MS);
      return drained?.kind === 'clean';
    } catch (error) {
      console.error(JSON.stringify({ level: 'error', where: 'flush', error: String(error) }));
      this.#arm(OUR_FAULT_RETRY_MS);
      return false;
    }
  }

  /** R45: the video is gone for good, and with it everything said about it. */
  forget(): void {
    createTables(this.#deps.sql);
    this.#giveUp();
  }

  #giveUp(): void {
    for (const peer of this.#room?.connections.all() ?? [])
      sayBye(peer, CLOSE_CODE.REVOKED, 'This video has been deleted.');
    this.#deps.transact(() => clearTables(this.#deps.sql));
    this.#room = undefined;
    this.#flusher = undefined;
  }
}
