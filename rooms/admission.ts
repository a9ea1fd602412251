import { CLOSE_CODE, type CloseCode } from '#protocol/error.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { TicketClaims } from '#protocol/ticket.ts';
import type { Seat } from './connections.ts';
import { isOutdated } from './revocation.ts';
import type { Room } from './room.ts';

/** Why somebody is not let in, in words their page can show. All come back by themselves. */
export interface Turned {
  closeCode: CloseCode;
  message: string;
}

export const seatFor = (claims: TicketClaims, joinedAtMs: number): Seat => {
  const { userId, name, isGuest, role, screeningId, linkId, holdsLink, credential } = claims;
  const identity = { userId, name, isGuest, role };
  const way = { screeningId, linkId, holdsLink, ...(credential && { credential }) };
  return { identity, ...way, isGreeted: false, activity: 'watching', joinedAtMs };
};

/** Looked at before anything of the room is touched (R64, R65). A browser cannot read why an upgrade failed. */
export function findObstacle(room: Room, seat: Seat, issuedAtMs: number): Turned | undefined {
  if (isOutdated(room.sql, seat, issuedAtMs))
    return { closeCode: CLOSE_CODE.NEW_TICKET, message: 'Your access has changed. Asking again.' };
  if (room.connections.size >= LIMITS.connectionsPerRoom)
    return { closeCode: CLOSE_CODE.ROOM_FULL, message: 'This room is full. Waiting for a place.' };
  if (room.connections.countOf(seat.identity.userId) >= LIMITS.connectionsPerUser)
    return {
      closeCode: CLOSE_CODE.TOO_MANY_TABS,
      message: 'You have this video open too often. Close a tab.',
    };
  return undefined;
}
