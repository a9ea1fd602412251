import { z } from 'zod';
import { EntityId, Id } from './id.ts';
import { LIMITS } from './limits.ts';

/** Somebody in a screening, by connection. */
export const Member = z.object({ connectionId: z.string(), name: z.string() }).meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** Who asks to steer a screening in mode `ask`, and whom its host lets. The host always may. */
export const Control = z
  .object({
    asking: z.array(Member).max(LIMITS.controlMembers),
    granted: z.array(Member).max(LIMITS.controlMembers),
  })
  .meta({ id: 'Control' });
export type Control = z.infer<typeof Control>;

/** Sets (not toggles) that the sender asks to steer the screening it is in; taken back by false. */
export const ControlRequest = z
  .object({ t: z.literal('control.request'), id: Id, isAsking: z.boolean() })
  .meta({ id: 'ControlRequest' });
export type ControlRequest = z.infer<typeof ControlRequest>;

/** Lets a member steer, or no longer: the host's to say. Who was let may give it back. False also declines. */
export const ControlGrant = z
  .object({
    t: z.literal('control.grant'),
    id: Id,
    connectionId: z.string().min(1).max(64),
    isGranted: z.boolean(),
  })
  .meta({ id: 'ControlGrant' });
export type ControlGrant = z.infer<typeof ControlGrant>;

/** Down, to a screening's members, on change only. */
export const ControlChanged = z
  .object({ t: z.literal('control'), screeningId: EntityId, control: Control })
  .meta({ id: 'ControlChanged' });
