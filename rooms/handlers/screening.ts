import type { ScreeningEnd, ScreeningJoin, ScreeningLeave, ScreeningStart } from '#protocol/screening.ts';
import { LIMITS } from '#protocol/limits.ts';
import { can } from '#protocol/role.ts';
import type { UpOp } from '#protocol/up.ts';
import { commitNote } from '../commit.ts';
import { sendFrame, type Peer } from '../connections.ts';
import { Refusal } from '../refusal.ts';
import type { Handler, Room, Sender } from '../room.ts';
import { summarizeWith } from '../events.ts';
import { summaryOf } from '../state/screening.ts';
import { firstPlayback } from '../state/playback.ts';
import { endedScreening, isHost, type StoredScreening } from '../state/screening.ts';
import { noteAllLeft, noteJoined, noteLeft } from '../storage/attendees.ts';
import { findScreening, listScreenings, writeScreening } from '../storage/screenings.ts';
import { requireCapability } from './rights.ts';

export const startScreening: Handler<ScreeningStart> = (room, { identity, peer }, op) => {
  requireCapability(identity, 'screening.start', 'You may watch this video, but not start a screening.');
  if (listScreenings(room.sql).length >= LIMITS.screeningsPerRoom)
    throw new Refusal('CONFLICT', 'This video already has 100 screenings. Join one, or end one.');
  const nowMs = room.nowMs();
  const by = { connectionId: peer?.id ?? null, name: identity.name };
  const screening: StoredScreening = {
    id: op.id,
    shortId: room.newShortId(),
    hostId: identity.userId,
    hostName: identity.name,
    hostConnectionId: identity.userId === null ? (peer?.id ?? null) : null,
    controlMode: op.controlMode,
    stallPolicy: op.stallPolicy,
    startedAtMs: nowMs,
    endedAtMs: null,
    control: { asking: [], granted: [] },
    playback: firstPlayback(op, { nowMs, durationSeconds: room.facts.durationSeconds, by }),
    touchedAtMs: nowMs,
  };
  writeScreening(room.sql, screening);
  if (peer && identity.userId) noteJoined(room.sql, op.id, identity.userId, nowMs);
  return {
    result: {
      kind: 'screening',
      screening: summaryOf(screening, { memberCount: peer ? 1 : 0, isHostHere: peer !== null }),
      playback: screening.playback,
    },
    kind: 'screening',
    entityId: op.id,
    // Its link is passed on the moment it exists, and resolves in Postgres.
    isUrgent: true,
    afterCommit: () => peer && follow(room, peer, op.id),
  };
};

export const joinScreening: Handler<ScreeningJoin> = (room, { identity, peer }, op) => {
  if (!peer) throw new Refusal('CONFLICT', 'A screening is joined by a connection.');
  const screening = getOngoing(room, op.screeningId);
  const nowMs = room.nowMs();
  if (identity.userId) noteJoined(room.sql, screening.id, identity.userId, nowMs);
  writeScreening(room.sql, { ...screening, touchedAtMs: nowMs });
  const others = room.connections.membersOf(screening.id).filter((member) => member.id !== peer.id);
  return {
    result: {
      kind: 'screening',
      screening: summarizeWith(screening, [...others, peer]),
      playback: screening.playback,
      control: screening.control,
    },
    kind: 'attendance',
    entityId: screening.id,
    afterCommit: () => follow(room, peer, screening.id),
  };
};

export const stopFollowing: Handler<ScreeningLeave> = (room, { identity, peer }) => {
  const screeningId = peer?.seat.screeningId;
  if (!peer || !screeningId) return { result: { kind: 'none' }, kind: 'none', entityId: '' };
  if (identity.userId) noteLeft(room.sql, screeningId, identity.userId, room.nowMs());
  return {
    result: { kind: 'none' },
    kind: 'attendance',
    entityId: screeningId,
    afterCommit: () => follow(room, peer, null),
  };
};

export const endScreening: Handler<ScreeningEnd> = (room, sender, op) => {
  const screening = getScreening(room, op.screeningId);
  requireEnding(screening, sender);
  if (screening.endedAtMs !== null) return { result: { kind: 'none' }, kind: 'none', entityId: screening.id };
  const nowMs = room.nowMs();
  writeScreening(room.sql, endedScreening(screening, nowMs));
  noteAllLeft(room.sql, screening.id, nowMs);
  return {
    result: { kind: 'none' },
    kind: 'screening',
    entityId: screening.id,
    isUrgent: true,
    afterCommit: () => {
      for (const member of room.connections.membersOf(screening.id)) follow(room, member, null);
    },
  };
};

function requireEnding(screening: StoredScreening, { identity, peer }: Sender): void {
  const who = { userId: identity.userId, connectionId: peer?.id ?? null };
  if (!isHost(screening, who) && !can(identity.role, 'screening.manage'))
    throw new Refusal('FORBIDDEN', `Only ${screening.hostName} may end this screening.`);
}

/** Moves a connection into a screening, or out of any. */
export function follow(room: Room, peer: Peer, screeningId: string | null): void {
  if (peer.seat.screeningId === screeningId) return;
  peer.takeSeat({ ...peer.seat, screeningId });
  room.crowd.dropReport(peer.id);
  if (peer.seat.isGreeted) room.crowd.note(peer);
}

/** A repeated op is not done again, but its sender may be a new connection: it follows what it asked to follow. */
export function repeatMembership(room: Room, { peer }: Sender, op: UpOp): void {
  if (!peer || (op.t !== 'screening.start' && op.t !== 'screening.join')) return;
  const screeningId = op.t === 'screening.start' ? op.id : op.screeningId;
  const screening = findScreening(room.sql, screeningId);
  if (!screening || screening.endedAtMs !== null) return;
  const cameFrom = peer.seat.screeningId;
  follow(room, peer, screeningId);
  sendFrame(peer, { t: 'playback', screeningId, playback: screening.playback });
  enterScreening(room, peer);
  leaveBehind(room, peer, cameFrom);
}

/** Who goes straight from one screening into another has left the first, and its members hear of it. */
export function leaveBehind(room: Room, peer: Peer | null, cameFrom: string | null): void {
  const isElsewhere = peer?.seat.screeningId && peer.seat.screeningId !== cameFrom;
  if (peer && cameFrom && isElsewhere) noteGone(room, peer, cameFrom);
}

/** Someone has come in with a screening on their ticket. */
export function enterScreening(room: Room, { seat }: Peer): void {
  const { screeningId, identity } = seat;
  const { userId } = identity;
  if (!screeningId) return;
  commitNote(room, { kind: 'attendance', entityId: screeningId, userId }, () => {
    if (userId) noteJoined(room.sql, screeningId, userId, room.nowMs());
  });
}

/** A connection is gone. */
export function leaveScreening(room: Room, peer: Peer): void {
  const { screeningId, isGreeted } = peer.seat;
  if (screeningId && isGreeted) noteGone(room, peer, screeningId);
}

/** A connection is no longer in; its user has left unless another of theirs still is. */
function noteGone(room: Room, peer: Peer, screeningId: string): void {
  const { userId } = peer.seat.identity;
  const isStillIn = room.connections
    .membersOf(screeningId)
    .some((member) => userId !== null && member.seat.identity.userId === userId);
  commitNote(room, { kind: 'attendance', entityId: screeningId, userId }, () => {
    if (userId && !isStillIn) noteLeft(room.sql, screeningId, userId, room.nowMs());
  });
}

export function getOngoing(room: Room, id: string): StoredScreening {
  const screening = getScreening(room, id);
  if (screening.endedAtMs !== null) throw new Refusal('CONFLICT', 'This screening has ended.');
  return screening;
}

function getScreening(room: Room, id: string): StoredScreening {
  const screening = findScreening(room.sql, id);
  if (!screening) throw new Refusal('NOT_FOUND', 'There is no such screening.');
  return screening;
}
