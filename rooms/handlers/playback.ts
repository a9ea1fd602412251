import { can } from '#protocol/role.ts';
import type { Identity } from '#protocol/ticket.ts';
import { Refusal } from '../refusal.ts';
import type { Handler, Room } from '../room.ts';
import { nextPlayback, type PlaybackOp } from '../state/playback.ts';
import { isHost, type StoredScreening } from '../state/screening.ts';
import { findScreening, writeScreening } from '../storage/screenings.ts';
import type { Peer } from '../connections.ts';

/** Play, pause, seek and rate of the screening the sender is in. */
export const controlPlayback: Handler<PlaybackOp> = (room, { identity, peer }, op) => {
  const { screening, member } = screeningOf(room, peer);
  requireControl(screening, identity, member.id);
  const nowMs = room.nowMs();
  const by = { connectionId: member.id, name: identity.name };
  const { durationSeconds } = room.facts;
  const playback = nextPlayback(screening.playback, op, { nowMs, durationSeconds, by });
  const isChanged = playback !== screening.playback;
  if (isChanged) writeScreening(room.sql, { ...screening, playback, touchedAtMs: nowMs });
  return {
    result: { kind: 'playback', playback },
    kind: isChanged ? 'playback' : 'none',
    entityId: screening.id,
    afterCommit: () => {
      if (!isChanged) return;
      const members = room.connections.membersOf(screening.id);
      room.connections.sendAll(members, { t: 'playback', screeningId: screening.id, playback });
    },
  };
};

function screeningOf(room: Room, peer: Peer | null): { screening: StoredScreening; member: Peer } {
  const id = peer?.seat.screeningId;
  const screening = id ? findScreening(room.sql, id) : undefined;
  if (!peer || !screening) throw new Refusal('CONFLICT', 'Join a screening to steer it.');
  if (screening.endedAtMs !== null) throw new Refusal('CONFLICT', 'This screening has ended.');
  return { screening, member: peer };
}

function requireControl(screening: StoredScreening, identity: Identity, connectionId: string): void {
  if (isHost(screening, { userId: identity.userId, connectionId })) return;
  if (can(identity.role, 'screening.manage')) return;
  if (screening.controlMode !== 'anyone')
    throw new Refusal('FORBIDDEN', `Only ${screening.hostName} steers this screening.`);
  if (!can(identity.role, 'playback.control'))
    throw new Refusal('FORBIDDEN', 'You may watch this screening, but not steer it.');
}
