import { z } from 'zod';
import { EntityId, ServerMs } from './id.ts';
import { Role } from './role.ts';

/** Who holds a connection, as the worker established it and the room trusts it. */
export const Identity = z.object({
  /** Null for a visitor who has given no name: may watch and steer, not comment or like. */
  userId: EntityId.nullable(),
  name: z.string().min(1).max(100),
  isGuest: z.boolean(),
  role: Role,
});
export type Identity = z.infer<typeof Identity>;

/** What somebody asked for a ticket by: a session or an API key, and when the seat by it ends. */
export const Credential = z.object({ id: EntityId, endsAtMs: ServerMs });
export type Credential = z.infer<typeof Credential>;

/** Claims of the signed, short-lived ticket that opens a socket. */
export const TicketClaims = Identity.extend({
  videoId: EntityId,
  screeningId: EntityId.nullable(),
  /** The watch link that the role comes from; null for what somebody may do by themselves. */
  linkId: EntityId.nullable().default(null),
  /** Has a good watch link to the video, whether or not the role comes from it: where another right ends, that stands. */
  holdsLink: z.boolean().default(false),
  /** Null for whoever came by none. */
  credential: Credential.nullable().default(null),
  issuedAtMs: ServerMs,
  /** So that the room knows where the video ends; null until it has been indexed. */
  durationSeconds: z.number().positive().nullable(),
});
export type TicketClaims = z.infer<typeof TicketClaims>;

/** Answer of `POST /api/videos/{id}/join`. */
export const JoinAnswer = z
  .object({
    ticket: z.string(),
    /** WebSocket address, ticket included. */
    url: z.string(),
    expiresAt: z.iso.datetime(),
    videoId: EntityId,
    screeningId: EntityId.nullable(),
    you: Identity,
  })
  .meta({ id: 'JoinAnswer' });
export type JoinAnswer = z.infer<typeof JoinAnswer>;
