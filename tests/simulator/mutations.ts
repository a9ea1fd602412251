import { followStep } from '#client/room/playback-sync.ts';
import type { RoomSql } from '#rooms/storage/sql.ts';
import type { Seams } from './world.ts';

const nothing = { toArray: () => [] };

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
} satisfies Record<string, Partial<Seams>>;
