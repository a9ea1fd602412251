import { z } from 'zod';
import { LIMITS } from './limits.ts';

/**
 * An id made by whoever makes the entity: UUIDv7, so that ids sort by time and a repeat is recognised. In lower
 * case, as Postgres writes it: one id has one spelling everywhere.
 */
export const Id = z
  .uuidv7()
  .toLowerCase()
  .meta({ description: 'UUIDv7 made by the client; it is the entity’s id' });

/** Any id of a stored entity (older rows may carry other UUID versions). */
export const EntityId = z.uuid().toLowerCase();

/** What links carry: 11 URL-safe characters. */
export const ShortId = z.string().regex(/^[A-Za-z0-9_-]{11}$/);

/** Media time in seconds, to the millisecond. */
export const MediaSeconds = z.number().min(0).max(LIMITS.mediaSeconds);

export const PlaybackRate = z.number().min(LIMITS.rateMin).max(LIMITS.rateMax);

/** Milliseconds since 1970 on the server's clock. */
export const ServerMs = z.number();

/** A room's place in its history: `epoch` grows after storage loss, `seq` with every committed event. */
export const Position = z.object({ epoch: z.int().min(0), seq: z.int().min(0) });
export type Position = z.infer<typeof Position>;
