import { CLOSE_CODE, type CloseCode } from '#protocol/error.ts';
import { can, type Capability } from '#protocol/capability.ts';
import { sayBye, type Seat } from './connections.ts';
import { leaveRoom } from './leave.ts';
import type { Room } from './room.ts';
import { listRevocations, noteRevocation } from './storage/revocations.ts';
import type { RoomSql } from './storage/sql.ts';

/** Whose right was taken away. */
export type RevokeFilter = (
  | { everyone: true }
  | { userId: string }
  | { linkId: string }
  /** Sessions and API keys that have ended: who came by one is asked for another ticket (R66). */
  | { credentialIds: readonly string[] }
  | { screeningId: string }
  | { whoMayNot: Capability }
) & {
  /** May do less now, perhaps nothing: the next ticket tells. */
  mayReturn?: boolean;
  /** Told late: who has come since had their rights looked at since. */
  joinedBeforeMs?: number;
};

/** The same in a room that may not be open: then it is only remembered. */
export function revokeIn(
  room: Room | undefined,
  sql: RoomSql,
  filter: RevokeFilter,
  message = 'Your access has ended.',
): number {
  if (room) return revokeFrom(room, filter, message);
  noteRevocation(sql, filter, Date.now());
  return 0;
}

/** Closes the sockets the filter names; how many. Tickets that are out for them open none from now on (R65). */
export function revokeFrom(room: Room, filter: RevokeFilter, message: string): number {
  noteRevocation(room.sql, filter, room.nowMs());
  const peers = room.connections.all().filter((peer) => isMeant(filter, peer.seat));
  for (const peer of peers) {
    sayBye(peer, closeCodeFor(filter, peer.seat), message);
    leaveRoom(room, peer);
  }
  return peers.length;
}

/** Whoever has a watch link besides the right that ends is asked to come back: the next ticket tells what it lets (R120). */
function closeCodeFor(filter: RevokeFilter, { linkId, holdsLink }: Seat): CloseCode {
  if (filter.mayReturn || 'credentialIds' in filter) return CLOSE_CODE.NEW_TICKET;
  const mayLinkStand = 'userId' in filter || 'whoMayNot' in filter;
  const hasLink = linkId !== null || holdsLink === true;
  return mayLinkStand && hasLink ? CLOSE_CODE.NEW_TICKET : CLOSE_CODE.REVOKED;
}

/** Whether a right that the holder's ticket speaks of has been taken away since it was issued. */
export const isOutdated = (sql: RoomSql, seat: Seat, issuedAtMs: number): boolean =>
  listRevocations<RevokeFilter>(sql, issuedAtMs).some((filter) => isMeant(filter, seat));

function isMeant(filter: RevokeFilter, seat: Seat): boolean {
  const { identity, linkId, credential, screeningId, joinedAtMs } = seat;
  if (filter.joinedBeforeMs !== undefined && joinedAtMs >= filter.joinedBeforeMs) return false;
  if ('userId' in filter) return identity.userId === filter.userId;
  if ('linkId' in filter) return linkId === filter.linkId;
  if ('credentialIds' in filter)
    return credential !== undefined && filter.credentialIds.includes(credential.id);
  if ('whoMayNot' in filter) return !can(identity.role, filter.whoMayNot);
  if ('screeningId' in filter) return screeningId === filter.screeningId;
  return filter.everyone;
}
