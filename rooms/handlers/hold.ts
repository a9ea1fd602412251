import type { Member } from '#protocol/control.ts';
import type { Playback, StallSet } from '#protocol/playback.ts';
import { commitNote } from '../commit.ts';
import type { Peer } from '../connections.ts';
import type { Room } from '../room.ts';
import { heldFor, releasedFrom, waitedInVain, type Readiness } from '../state/hold.ts';
import type { StoredScreening } from '../state/screening.ts';
import { rememberOp } from '../storage/ops.ts';
import { findScreening, writeScreening } from '../storage/screenings.ts';
import { findOwn } from './find-screening.ts';

/** R103. A member has nothing to show, or can show it again. What is about an older playback says nothing of this one. */
export function noteStall(room: Room, peer: Peer, { isStalled, revision }: StallSet): void {
  const found = findOwn(room, peer);
  if (!found) return;
  const screening = withoutVainWait(room, found);
  const { playback, stallPolicy } = screening;
  if (!isStalled) {
    setReadiness(peer, 'ready');
    return change(room, screening, releasedFrom(playback, peer.id, room.nowMs()));
  }
  if (stallPolicy !== 'wait' || revision !== playback.revision || peer.seat.readiness !== 'ready') return;
  const member = { connectionId: peer.id, name: peer.seat.identity.name };
  const { durationSeconds } = room.facts;
  change(room, screening, heldFor(playback, member, { nowMs: room.nowMs(), durationSeconds }));
}

/** A connection has left: nobody waits for it. */
export function releaseMember(room: Room, peer: Peer, screeningId: string): void {
  const screening = findScreening(room.sql, screeningId);
  if (!screening || screening.endedAtMs !== null) return;
  change(room, screening, releasedFrom(screening.playback, peer.id, room.nowMs()));
}

/**
 * A hold that has run out has ended by the clock, with nobody awake. Who was awaited is noted once, when it is next
 * looked at; that needs no revision, since nobody sees a difference.
 */
function withoutVainWait(room: Room, screening: StoredScreening): StoredScreening {
  const late = waitedInVain(screening.playback, room.nowMs());
  if (late.length === 0) return screening;
  const next = { ...screening, playback: { ...screening.playback, awaited: [] } };
  writeScreening(room.sql, next);
  markLate(room, screening.id, late);
  return next;
}

/** Everyone has waited for these in vain, or does so no longer: they hold nobody up until they say they are ready. */
export function markLate(room: Room, screeningId: string, members: readonly Member[]): void {
  for (const { connectionId } of members) {
    const peer = room.connections.find(connectionId);
    if (peer?.seat.screeningId === screeningId) setReadiness(peer, 'late');
  }
}

export function setReadiness(peer: Peer, readiness: Readiness): void {
  if (peer.seat.readiness !== readiness) peer.takeSeat({ ...peer.seat, readiness });
}

/** A change of playback that is no op's: logged with what it became, as an op's answer is, so that it can be replayed. */
function change(room: Room, screening: StoredScreening, playback: Playback): void {
  if (playback === screening.playback) return;
  const { id } = screening;
  const opId = `hold ${id} ${playback.revision}`;
  commitNote(room, { kind: 'playback', entityId: id, userId: null, opId }, (seq) => {
    writeScreening(room.sql, { ...screening, playback, touchedAtMs: room.nowMs() });
    const result = { kind: 'playback' as const, playback };
    const answer = { t: 'ack' as const, id: opId, epoch: room.facts.epoch, seq, result };
    rememberOp(room.sql, opId, { type: 'stall', userId: null, seq, answer });
  });
  // Who else is awaited can wait for the tick: in a crowd many stall together. A beginning and an end cannot.
  if (playback.atServerMs === screening.playback.atServerMs) room.outbox.queuePlayback(id, playback);
  else tellPlayback(room, id, playback);
}

export function tellPlayback(room: Room, screeningId: string, playback: Playback): void {
  room.outbox.dropPlayback(screeningId);
  const members = room.connections.membersOf(screeningId);
  room.connections.sendAll(members, { t: 'playback', screeningId, playback });
}
