import { z } from 'zod';
import { EntityId } from './id.ts';
import { LIMITS } from './limits.ts';

export const Activity = z.enum(['watching', 'typing', 'away']);
export type Activity = z.infer<typeof Activity>;

/**
 * One connection (not one account: two tabs of a person are two). What is as it is for most stays unsaid on the wire:
 * a crowd's names are the larger part of what joining it costs.
 */
export const Person = z
  .object({
    connectionId: z.string(),
    userId: EntityId.nullable().default(null),
    name: z.string().max(LIMITS.nameCharacters),
    isGuest: z.boolean().default(false),
    screeningId: EntityId.nullable().default(null),
    activity: Activity.default('watching'),
    /** Presented frame against the screening's clock; positive is ahead. Null until reported. */
    offsetMs: z.number().nullable().default(null),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;
/** A person as the room writes it. */
export type PersonSent = z.input<typeof Person>;

/** Up, volatile: what the sender is doing, for the others to see. */
export const PresenceSet = z
  .object({ t: z.literal('presence.set'), activity: Activity })
  .meta({ id: 'PresenceSet' });

/** Up, volatile and rare: the sender's offset from its screening's clock and the error bound of that clock. */
export const SyncReport = z
  .object({
    t: z.literal('sync.report'),
    offsetMs: z.number().min(-600_000).max(600_000),
    errorMs: z.number().min(0).max(600_000),
  })
  .meta({ id: 'SyncReport' });

/** Down: who came, changed or went since the last one. Of a crowd only a sample is named, and `total` moves. */
export const Presence = z
  .object({
    t: z.literal('presence'),
    total: z.int().min(0),
    upserts: z.array(Person),
    gone: z.array(z.string()),
  })
  .meta({ id: 'Presence' });

export type PresenceSet = z.infer<typeof PresenceSet>;
export type SyncReport = z.infer<typeof SyncReport>;
export type Presence = z.infer<typeof Presence>;
