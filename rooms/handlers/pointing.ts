import type { InkAdd, PointerMove } from '#protocol/drawing.ts';
import { can } from '#protocol/capability.ts';
import type { Peer } from '../connections.ts';
import type { Room } from '../room.ts';

type Shown = PointerMove | InkAdd | { t: 'ink.clear' };

/** R112. Shows the sender's pointer or pen to its screening; alone, or without the right, it is shown to nobody. */
export function showPointing(room: Room, peer: Peer, frame: Shown): void {
  const { screeningId, identity } = peer.seat;
  if (screeningId === null || !can(identity.role, 'picture.point')) return;
  if (!peer.seat.hasPointed) peer.takeSeat({ ...peer.seat, hasPointed: true });
  const pen = { connectionId: peer.id, name: identity.name };
  if (frame.t === 'pointer') room.pointing.point(screeningId, pen, frame);
  else if (frame.t === 'ink.add') room.pointing.draw(screeningId, pen, frame);
  else room.pointing.clear(screeningId, pen);
  room.outbox.nudge();
}

/** A connection has left the screening: what it showed goes with it. The room may have slept since it was shown. */
export function dropPointing(room: Room, peer: Peer, screeningId: string): void {
  if (!peer.seat.hasPointed) return;
  const pen = { connectionId: peer.id, name: peer.seat.identity.name };
  room.pointing.point(screeningId, pen, { at: null });
  room.pointing.clear(screeningId, pen);
  room.outbox.nudge();
}
