import { z } from 'zod';
import { EntityId, Id, MediaSeconds, ServerMs, ShortId } from './id.ts';
import { Playback } from './playback.ts';

export const ControlMode = z.enum(['anyone', 'presenter', 'ask']);
export const StallPolicy = z.enum(['go_on', 'wait']);
export type ControlMode = z.infer<typeof ControlMode>;
export type StallPolicy = z.infer<typeof StallPolicy>;

/** A screening as everyone in the room sees it: enough to join it. */
export const ScreeningSummary = z
  .object({
    id: EntityId,
    shortId: ShortId,
    hostId: EntityId.nullable(),
    hostName: z.string(),
    /** The connection of a host without an account; null where `hostId` tells. */
    hostConnectionId: z.string().nullable(),
    /** Whether the host is in it now. While not, a member who may control can take over. */
    isHostHere: z.boolean(),
    controlMode: ControlMode,
    stallPolicy: StallPolicy,
    startedAtMs: ServerMs,
    /** Null while it goes on. */
    endedAtMs: ServerMs.nullable(),
    memberCount: z.int().min(0),
  })
  .meta({ id: 'ScreeningSummary' });
export type ScreeningSummary = z.infer<typeof ScreeningSummary>;

/** `id` becomes the screening's id. The sender joins it, as its host. */
export const ScreeningStart = z
  .object({
    t: z.literal('screening.start'),
    id: Id,
    positionSeconds: MediaSeconds,
    isPlaying: z.boolean(),
    controlMode: ControlMode.default('anyone'),
    stallPolicy: StallPolicy.default('go_on'),
  })
  .meta({ id: 'ScreeningStart' });

export const ScreeningJoin = z
  .object({ t: z.literal('screening.join'), id: Id, screeningId: EntityId })
  .meta({ id: 'ScreeningJoin' });

export const ScreeningLeave = z
  .object({ t: z.literal('screening.leave'), id: Id })
  .meta({ id: 'ScreeningLeave' });

/** Changes how it is steered, or what a stall does; host and managers only. */
export const ScreeningSet = z
  .object({
    t: z.literal('screening.set'),
    id: Id,
    screeningId: EntityId,
    controlMode: ControlMode.nullish(),
    stallPolicy: StallPolicy.nullish(),
  })
  .meta({ id: 'ScreeningSet' });

/**
 * Makes the member behind `connectionId` the host: the host's and managers' to do; and a member's own, who may control,
 * while the host is away.
 */
export const ScreeningHandOver = z
  .object({
    t: z.literal('screening.handover'),
    id: Id,
    screeningId: EntityId,
    connectionId: z.string().min(1).max(64),
  })
  .meta({ id: 'ScreeningHandOver' });

/** Ends it for everyone; host and managers only. */
export const ScreeningEnd = z
  .object({ t: z.literal('screening.end'), id: Id, screeningId: EntityId })
  .meta({ id: 'ScreeningEnd' });

export type ScreeningStart = z.infer<typeof ScreeningStart>;
export type ScreeningJoin = z.infer<typeof ScreeningJoin>;
export type ScreeningLeave = z.infer<typeof ScreeningLeave>;
export type ScreeningSet = z.infer<typeof ScreeningSet>;
export type ScreeningHandOver = z.infer<typeof ScreeningHandOver>;
export type ScreeningEnd = z.infer<typeof ScreeningEnd>;

/** Down, to one screening's members: its playback after a change, or on joining. */
export const PlaybackChanged = z
  .object({ t: z.literal('playback'), screeningId: EntityId, playback: Playback })
  .meta({ id: 'PlaybackChanged' });

/** Down, to one screening's members, rarely: how far apart they are, from presented frames. */
export const Skew = z
  .object({
    t: z.literal('skew'),
    screeningId: EntityId,
    reporting: z.int().min(0),
    p50Ms: z.number().min(0),
    p95Ms: z.number().min(0),
  })
  .meta({ id: 'Skew' });
