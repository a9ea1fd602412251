import type { Peer } from '../connections.ts';
import { Refusal } from '../refusal.ts';
import type { Room, Sender } from '../room.ts';
import type { Present } from '../state/control.ts';
import type { StoredScreening } from '../state/screening.ts';
import type { Claimant } from '../state/steering.ts';
import { findScreening } from '../storage/screenings.ts';

/** Throws NOT_FOUND. */
export function getScreening(room: Room, id: string): StoredScreening {
  const screening = findScreening(room.sql, id);
  if (!screening) throw new Refusal('NOT_FOUND', 'There is no such screening.');
  return screening;
}

/** Throws CONFLICT for one that has ended. */
export function getOngoing(room: Room, id: string): StoredScreening {
  const screening = getScreening(room, id);
  if (screening.endedAtMs !== null) throw new Refusal('CONFLICT', 'This screening has ended.');
  return screening;
}

/** The screening the sender is in. Throws CONFLICT, saying what it takes one for. */
export function getOwn(
  room: Room,
  { peer }: Sender,
  toDoWhat: string,
): { screening: StoredScreening; member: Peer } {
  const id = peer?.seat.screeningId;
  if (!peer || !id) throw new Refusal('CONFLICT', `Join a screening to ${toDoWhat}.`);
  return { screening: getOngoing(room, id), member: peer };
}

/** The one a connection is in, as long as that goes on. */
export function findOwn(room: Room, { seat }: Peer): StoredScreening | undefined {
  const screening = seat.screeningId ? findScreening(room.sql, seat.screeningId) : undefined;
  return screening?.endedAtMs === null ? screening : undefined;
}

export const claimantOf = ({ identity, peer }: Sender): Claimant => ({
  connectionId: peer?.id ?? null,
  userId: identity.userId,
  role: identity.role,
});

export const presentOf = ({ id, seat }: Peer): Present => ({
  connectionId: id,
  name: seat.identity.name,
  userId: seat.identity.userId,
});
