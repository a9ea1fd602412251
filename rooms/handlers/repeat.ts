import type { Ack } from '#protocol/ack.ts';
import type { ControlRequest } from '#protocol/control.ts';
import type { UpOp } from '#protocol/up.ts';
import { sendFrame, type Peer } from '../connections.ts';
import type { Room, Sender } from '../room.ts';
import { isAsking } from '../state/control.ts';
import { findLogEntry } from '../storage/log.ts';
import { findScreening } from '../storage/screenings.ts';
import { askAgain, shownControl } from './control.ts';
import { findOwn } from './find-screening.ts';
import { enterScreening, follow, leaveBehind, noteGone } from './membership.ts';

/**
 * R11. A repeated op is not done again, but its sender may be a new connection: what the op did to the old one it does
 * to this, and what has changed since the first answer is told after it.
 */
export function followRepeat(room: Room, { identity, peer }: Sender, op: UpOp, first: Ack): void {
  if (!peer) return;
  switch (op.t) {
    case 'screening.start':
      return enterAgain(room, peer, op.id);
    case 'screening.join':
      return enterAgain(room, peer, op.screeningId);
    case 'screening.leave':
      return leaveAgain(room, peer, first);
    case 'control.request':
      requestAgain(room, { identity, peer }, op, first);
      return tellHowItStands(room, peer);
    case 'control.grant':
    case 'screening.set':
    case 'screening.handover':
      return tellHowItStands(room, peer);
    default:
  }
}

function enterAgain(room: Room, peer: Peer, screeningId: string): void {
  const screening = findScreening(room.sql, screeningId);
  if (!screening || screening.endedAtMs !== null) return;
  const cameFrom = peer.seat.screeningId;
  const isIn = cameFrom === screeningId;
  if (!isIn && !takeCost(room, peer)) return;
  follow(room, peer, screeningId);
  sendFrame(peer, { t: 'playback', screeningId, playback: screening.playback });
  tellHowItStands(room, peer);
  if (isIn) return;
  enterScreening(room, peer);
  leaveBehind(room, peer, cameFrom);
}

/** Its ticket may have brought the new connection back into what the old one had left. */
function leaveAgain(room: Room, peer: Peer, first: Ack): void {
  const { screeningId } = peer.seat;
  const left = findLogEntry(room.sql, first.seq);
  if (!screeningId || left?.kind !== 'attendance' || left.entityId !== screeningId) return;
  follow(room, peer, null);
  noteGone(room, peer, screeningId);
}

/** An ask ends with its connection: the new one asks in its stead. */
function requestAgain(
  room: Room,
  sender: Sender & { peer: Peer },
  { isAsking: asks }: ControlRequest,
  { result, seq }: Ack,
): void {
  const { peer } = sender;
  const isOfThis = result.kind === 'control' && isAsking(result.control, peer.id);
  if (isOfThis || findLogEntry(room.sql, seq)?.entityId !== peer.seat.screeningId) return;
  if (takeCost(room, peer)) askAgain(room, sender, asks);
}

/** A repeat is no op to the budget of ops; what it does to a connection costs that of its frames (R60). */
const takeCost = (room: Room, peer: Peer): boolean =>
  room.guard.takeFrame(peer.id, REPEAT_COST, room.nowMs()) === 0;
const REPEAT_COST = 5;

function tellHowItStands(room: Room, peer: Peer): void {
  const screening = findOwn(room, peer);
  if (!screening) return;
  const control = shownControl(room, screening);
  sendFrame(peer, { t: 'control', screeningId: screening.id, control });
}
