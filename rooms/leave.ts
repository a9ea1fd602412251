import type { Peer } from './connections.ts';
import { leaveScreening } from './handlers/membership.ts';
import type { Room } from './room.ts';

/** A socket is gone, by its own will, by ours or by the network's. Safe to call twice. */
export function leaveRoom(room: Room, peer: Peer): void {
  if (!room.connections.remove(peer.id)) return;
  room.guard.forget(peer.id);
  room.crowd.remove(peer.id);
  leaveScreening(room, peer);
  // Its own close event may find another instance awake, which must not say goodbye again.
  peer.takeSeat({ ...peer.seat, isGreeted: false, screeningId: null });
  room.outbox.nudge();
}

/**
 * The same for a socket whose closing woke the room (R53): it is no longer among the open ones the room was
 * assembled from, but the others still see it.
 */
export function leaveRoomFromSleep(room: Room, peer: Peer): void {
  if (!peer.seat.isGreeted) return;
  room.connections.add(peer);
  room.crowd.readmit(peer);
  leaveRoom(room, peer);
}
