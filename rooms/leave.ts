import type { Peer } from './connections.ts';
import { leaveScreening } from './handlers/screening.ts';
import type { Room } from './room.ts';

/** A socket is gone, by its own will, by ours or by the network's. Safe to call twice. */
export function leaveRoom(room: Room, peer: Peer): void {
  if (!room.connections.remove(peer.id)) return;
  room.guard.forget(peer.id);
  room.crowd.remove(peer.id);
  leaveScreening(room, peer);
  room.outbox.nudge();
}
