import type { ScreeningEnd, ScreeningJoin, ScreeningLeave, ScreeningStart } from '#protocol/screening.ts';
import { LIMITS } from '#protocol/limits.ts';
import { Refusal } from '../refusal.ts';
import type { Handler } from '../room.ts';
import { summarizeWith } from '../events.ts';
import { finishScreening } from '../finish.ts';
import { NO_CONTROL } from '../state/control.ts';
import { firstPlayback } from '../state/playback.ts';
import { summaryOf, type StoredScreening } from '../state/screening.ts';
import { noteJoined, noteLeft } from '../storage/attendees.ts';
import { findScreening, listScreenings, writeScreening } from '../storage/screenings.ts';
import { shownControl, tellOfReturn } from './control.ts';
import { getOngoing, getScreening } from './find-screening.ts';
import { dropTraces, follow, isStillIn } from './membership.ts';
import { requireCapability } from './rights.ts';
import { requireManaging } from './settings.ts';

export const startScreening: Handler<ScreeningStart> = (room, { identity, peer }, op) => {
  requireCapability(identity, 'screening.start', 'You may watch this video, but not start a screening.');
  if (findScreening(room.sql, op.id))
    throw new Refusal('CONFLICT', 'This screening has already been started.');
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
    control: NO_CONTROL,
    playback: firstPlayback(op, { nowMs, durationSeconds: room.facts.durationSeconds, by }),
    touchedAtMs: nowMs,
  };
  writeScreening(room.sql, screening);
  if (peer) noteJoined(room.sql, op.id, identity, nowMs);
  return {
    result: {
      kind: 'screening',
      screening: summaryOf(screening, { memberCount: peer ? 1 : 0, isHostHere: peer !== null }),
      playback: screening.playback,
      control: NO_CONTROL,
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
  noteJoined(room.sql, screening.id, identity, nowMs);
  writeScreening(room.sql, { ...screening, touchedAtMs: nowMs });
  const others = room.connections.membersOf(screening.id).filter((member) => member.id !== peer.id);
  return {
    result: {
      kind: 'screening',
      screening: summarizeWith(screening, [...others, peer]),
      playback: screening.playback,
      control: shownControl(room, screening, peer),
    },
    kind: 'attendance',
    entityId: screening.id,
    afterCommit: () => {
      follow(room, peer, screening.id);
      tellOfReturn(room, screening, peer);
    },
  };
};

export const stopFollowing: Handler<ScreeningLeave> = (room, { identity, peer }) => {
  const screeningId = peer?.seat.screeningId;
  if (!peer || !screeningId) return { result: { kind: 'none' }, kind: 'none', entityId: '' };
  if (identity.userId && !isStillIn(room, peer, screeningId))
    noteLeft(room.sql, screeningId, identity.userId, room.nowMs());
  return {
    result: { kind: 'none' },
    kind: 'attendance',
    entityId: screeningId,
    afterCommit: () => {
      follow(room, peer, null);
      dropTraces(room, peer, screeningId);
    },
  };
};

export const endScreening: Handler<ScreeningEnd> = (room, sender, op) => {
  const screening = getScreening(room, op.screeningId);
  requireManaging(screening, sender, 'end this screening');
  if (screening.endedAtMs !== null) return { result: { kind: 'none' }, kind: 'none', entityId: screening.id };
  finishScreening(room, screening, room.nowMs());
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
