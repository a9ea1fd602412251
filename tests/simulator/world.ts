import type { RoomSql } from '#rooms/storage/sql.ts';
import { createClockOf } from '#client/room/clock.ts';
import { followStep } from '#client/room/playback-sync.ts';
import type { MediaFacts } from '#client/room/sync-step.ts';
import type { RoomDatabase } from '#rooms/flush/postgres.ts';
import { Chance } from './chance.ts';
import { Holds } from './holds.ts';
import { SimulatedPostgres } from './postgres.ts';
import { RoomHost } from './room-host.ts';
import { SimulatedStorage } from './sqlite.ts';
import { Timeline } from './timeline.ts';
import { Watch, type Measured } from './watch.ts';

/** Small enough that fractions of a microsecond still count beside it. */
const START_MS = 1_000_000_000;

/** What a mutation may put in the place of the real thing, to prove that the simulator can fail. */
export interface Seams {
  sql: (sql: RoomSql) => RoomSql;
  followStep: typeof followStep;
  createClock: typeof createClockOf;
  /** What a page goes by when it tells of stalls. */
  toldFacts: (facts: MediaFacts) => MediaFacts;
  write: (write: RoomDatabase['write']) => RoomDatabase['write'];
}

export const REAL: Seams = {
  sql: (sql) => sql,
  followStep,
  createClock: createClockOf,
  toldFacts: (facts) => facts,
  write: (write) => write,
};

/** One room, its people's machines and the time they share. */
export class World {
  readonly timeline = new Timeline(START_MS);
  readonly chance: Chance;
  readonly seams: Seams;
  readonly storage = new SimulatedStorage();
  readonly postgres: SimulatedPostgres;
  readonly host: RoomHost;
  readonly watch: Watch;
  readonly holds = new Holds(this);
  readonly durationSeconds: number;
  readonly fps: number;
  readonly videoId: string;
  /** Also what is certain to be steady is stepped through frame by frame. */
  readonly isEveryFrame: boolean;
  #ids = 0;

  constructor(options: { seed: number; seams: Seams; measured: Measured; isEveryFrame: boolean }) {
    this.chance = new Chance(options.seed);
    this.seams = options.seams;
    this.isEveryFrame = options.isEveryFrame;
    this.videoId = this.newId();
    this.durationSeconds = this.chance.isHit(0.15) ? 120 : 3600;
    this.fps = this.chance.pick([24, 25, 30, 30, 60]) ?? 30;
    const { timeline, chance, storage, videoId } = this;
    this.postgres = new SimulatedPostgres(timeline, chance.split(), this.durationSeconds);
    this.watch = new Watch(timeline, options.measured);
    const { postgres } = this;
    const { seams } = options;
    this.host = new RoomHost({ timeline, chance: chance.split(), storage, postgres, videoId, seams });
  }

  /** A UUIDv7 made from a counter. */
  newId = (): string => {
    this.#ids += 1;
    return `0198a000-0000-7000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
  };
}

/** Read from the room's storage as it is. */
export const rows = (world: World, query: string): Record<string, unknown>[] =>
  world.storage.exec(query).toArray();
