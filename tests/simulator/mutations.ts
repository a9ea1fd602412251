import { followStep } from '#client/room/playback-sync.ts';
import { createClockOf, type Clock } from '#client/room/clock.ts';
import type { ClockEstimate } from '#client/room/clock-filter.ts';
import type { RoomSql, SqlValue } from '#rooms/storage/sql.ts';
import type { Seams } from './world.ts';

const nothing = { toArray: () => [] };
const given = (bindings: readonly (SqlValue | undefined)[]): SqlValue[] =>
  bindings.filter((one) => one !== undefined);

const withLongerWait = (screening: string): string =>
  screening.replace(
    /"atServerMs":(\d+)(?=[^}]*"awaited":\[\{)/,
    (_, atServerMs) => `"atServerMs":${Number(atServerMs) + 5000}`,
  );

const withEstimate = (clock: Clock, change: (estimate: ClockEstimate) => ClockEstimate): Clock => ({
  start: () => clock.start(),
  stop: () => clock.stop(),
  serverNowMs: (localMs) => clock.serverNowMs(localMs),
  getEstimate: () => {
    const estimate = clock.getEstimate();
    return estimate && change(estimate);
  },
});

/** Ways to break a room or its follower; each must be found out. */
export const MUTATIONS = {
  /** Ops are not recognised when they come again. */
  'forgets ops': {
    sql: ({ exec }: RoomSql): RoomSql => ({
      exec: (query, ...bindings) => {
        if (query.includes('FROM ops WHERE id = ?')) return nothing;
        return exec(query.replace('INSERT INTO ops', 'INSERT OR REPLACE INTO ops'), ...bindings);
      },
    }),
  },
  /** Every seventh comment is acknowledged and never written. */
  'loses comments': {
    sql: ({ exec }: RoomSql): RoomSql => {
      let written = 0;
      return {
        exec: (query, ...bindings) => {
          if (!query.includes('INTO comments')) return exec(query, ...bindings);
          written += 1;
          return written % 7 === 0 ? nothing : exec(query, ...bindings);
        },
      };
    },
  },
  /** After a restart the room believes its history shorter than it is. */
  'reuses seq': {
    sql: ({ exec }: RoomSql): RoomSql => ({
      exec: (query, ...bindings) =>
        query.includes('FROM log ORDER BY seq DESC')
          ? nothing
          : exec(query.replace('INSERT INTO log', 'INSERT OR REPLACE INTO log'), ...bindings),
    }),
  },
  /** Some reactions count twice. */
  'counts a reaction twice': {
    sql: ({ exec }: RoomSql): RoomSql => ({
      exec: (query, second, emoji, count, ...more) => {
        const isOdd = query.includes('INTO reactions') && count === 2;
        return exec(query, ...given([second, emoji, isOdd ? 3 : count, ...more]));
      },
    }),
  },
  /** Every other word of progress is acknowledged and never written. */
  'loses progress': {
    sql: ({ exec }: RoomSql): RoomSql => {
      let written = 0;
      return {
        exec: (query, ...bindings) => {
          if (!query.includes('INTO progress')) return exec(query, ...bindings);
          written += 1;
          return written % 2 === 0 ? nothing : exec(query, ...bindings);
        },
      };
    },
  },
  /** Each look at a wait under way makes it longer. */
  'waits for too long': {
    sql: ({ exec }: RoomSql): RoomSql => ({
      exec: (query, ...bindings) => {
        const rows = exec(query, ...bindings).toArray();
        if (!query.includes('FROM screenings')) return { toArray: () => rows };
        return { toArray: () => rows.map((row) => ({ ...row, body: withLongerWait(String(row['body'])) })) };
      },
    }),
  },
  'tells of each seek as of a stall': { toldFacts: (facts) => ({ ...facts, isSeeking: false }) },
  'plays while others are waited for': {
    followStep: (memory, input) => {
      const { playback } = input;
      const isWaiting = playback.awaited.length > 0;
      const atServerMs = isWaiting ? playback.atServerMs - 10_000 : playback.atServerMs;
      return followStep(memory, { ...input, playback: { ...playback, atServerMs } });
    },
  },
  /** What Postgres does not answer is taken for written. */
  'takes silence for a yes': {
    write: (write) => (batch) => {
      const { epoch, upToSeq: flushedSeq } = batch;
      return write(batch).catch(() => ({ epoch, flushedSeq, durationSeconds: null }));
    },
  },
  'never nudges': {
    followStep: (memory, input) => {
      const step = followStep(memory, input);
      return { ...step, actions: step.actions.filter(({ kind }) => kind !== 'rate') };
    },
  },
  'nudges too hard': {
    followStep: (memory, input) => {
      const step = followStep(memory, input);
      const base = input.playback.rate;
      const harder = (rate: number): number => base + (rate - base) * 2;
      return {
        ...step,
        actions: step.actions.map((one) => (one.kind === 'rate' ? { ...one, rate: harder(one.rate) } : one)),
      };
    },
  },
  'reads the clock wrong': {
    followStep: (memory, input) =>
      followStep(memory, {
        ...input,
        serverMs: input.serverMs + 60,
        frame: input.frame && { ...input.frame, atMs: input.frame.atMs + 60 },
      }),
  },
  /** Found out by links that are slower one way. */
  'is too sure of its clock': {
    createClock: (parts) => {
      const clock = createClockOf(parts);
      return withEstimate(clock, (estimate) => ({ ...estimate, errorMs: estimate.errorMs / 10 }));
    },
  },
  /** Found out by clocks that drift. */
  'never doubts its first look at the clock': {
    createClock: (parts) => {
      const clock = createClockOf(parts);
      let first: ClockEstimate | null = null;
      const believed = withEstimate(clock, (estimate) => (first ??= estimate));
      const serverNowMs = (localMs = parts.nowMs()): number | null => {
        const estimate = believed.getEstimate();
        return estimate && localMs + estimate.offsetMs;
      };
      return { ...believed, serverNowMs };
    },
  },
  /** Found out by lids that are shut. */
  'does not notice that it slept': {
    createClock: (parts) => createClockOf({ ...parts, wallMs: parts.nowMs }),
  },
} satisfies Record<string, Partial<Seams>>;
