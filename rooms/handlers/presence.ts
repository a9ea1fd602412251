import type { PresenceSet, SyncReport } from '#protocol/presence.ts';
import type { Peer } from '../connections.ts';
import type { Room } from '../room.ts';
import { afterReport } from '../state/hold.ts';
import { setReadiness } from './hold.ts';

export function notePresence(room: Room, peer: Peer, { activity }: PresenceSet): void {
  if (peer.seat.activity === activity) return;
  peer.takeSeat({ ...peer.seat, activity });
  room.crowd.note(peer);
  room.outbox.nudge();
}

/** Offsets are shown person by person in a small room, and summed up for a screening's members in any. */
export function noteSyncReport(room: Room, peer: Peer, { offsetMs }: SyncReport): void {
  const { screeningId } = peer.seat;
  if (!screeningId) return;
  setReadiness(peer, afterReport(peer.seat.readiness));
  const nowMs = room.nowMs();
  const isWorthTelling = room.crowd.noteReport(peer.id, { offsetMs, atMs: nowMs });
  if (isWorthTelling && !room.crowd.isCrowd) {
    room.crowd.note(peer);
    room.outbox.nudge();
  }
  const members = room.connections.membersOf(screeningId);
  const skew = room.crowd.takeSkew(screeningId, members, nowMs);
  if (skew) room.connections.sendAll(members, { t: 'skew', screeningId, ...skew }, { isVolatile: true });
}
