import { commitNote } from '../commit.ts';
import type { Peer } from '../connections.ts';
import type { Room } from '../room.ts';
import { noteJoined, noteLeft } from '../storage/attendees.ts';
import { dropControl, tellOfReturn } from './control.ts';
import { findOwn } from './find-screening.ts';
import { releaseMember } from './hold.ts';
import { dropPointing } from './pointing.ts';

/** Moves a connection into a screening, or out of any. */
export function follow(room: Room, peer: Peer, screeningId: string | null): void {
  if (peer.seat.screeningId === screeningId) return;
  peer.takeSeat({ ...peer.seat, screeningId, readiness: 'loading' });
  room.crowd.dropReport(peer.id);
  if (peer.seat.isGreeted) room.crowd.note(peer);
}

/** Who goes straight from one screening into another has left the first, and its members hear of it. */
export function leaveBehind(room: Room, peer: Peer | null, cameFrom: string | null): void {
  const isElsewhere = peer?.seat.screeningId && peer.seat.screeningId !== cameFrom;
  if (peer && cameFrom && isElsewhere) noteGone(room, peer, cameFrom);
}

/** Someone has come in with a screening on their ticket. */
export function enterScreening(room: Room, peer: Peer): void {
  const { screeningId, identity } = peer.seat;
  const { userId } = identity;
  if (!screeningId) return;
  commitNote(room, { kind: 'attendance', entityId: screeningId, userId }, () => {
    noteJoined(room.sql, screeningId, identity, room.nowMs());
  });
  const screening = findOwn(room, peer);
  if (screening) tellOfReturn(room, screening, peer);
}

/** A connection is gone. */
export function leaveScreening(room: Room, peer: Peer): void {
  const { screeningId, isGreeted } = peer.seat;
  if (screeningId && isGreeted) noteGone(room, peer, screeningId);
}

/** A connection is no longer in; its user has left unless another of theirs still is. */
export function noteGone(room: Room, peer: Peer, screeningId: string): void {
  const { userId } = peer.seat.identity;
  commitNote(room, { kind: 'attendance', entityId: screeningId, userId }, () => {
    if (userId && !isStillIn(room, peer, screeningId)) noteLeft(room.sql, screeningId, userId, room.nowMs());
  });
  dropTraces(room, peer, screeningId);
}

/** Whether somebody who leaves is in on another connection. */
export const isStillIn = (room: Room, { id, seat }: Peer, screeningId: string): boolean =>
  room.connections
    .membersOf(screeningId)
    .some((other) => other.id !== id && other.seat.identity.userId === seat.identity.userId);

/** What a connection takes with it: it asks no longer, is awaited no longer, points no longer. */
export function dropTraces(room: Room, peer: Peer, screeningId: string): void {
  dropControl(room, peer, screeningId);
  releaseMember(room, peer, screeningId);
  dropPointing(room, peer, screeningId);
}
