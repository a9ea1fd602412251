import type { Member } from '#protocol/control.ts';
import type { Playback, StallSet } from '#protocol/playback.ts';
import { commitNote } from '../commit.ts';
import type { Peer } from '../connections.ts';
import type { Room } from '../room.ts';
import { heldFor, isWaitedFor, releasedFrom, waitedInVain, type Readiness } from '../state/hold.ts';
import { afterWait, FOR_ONE, IN_ALL, isWaitLeft } from '../state/patience.ts';
import { withPlaybackOf, type StoredScreening } from '../state/screening.ts';
import { rememberOp } from '../storage/ops.ts';
import { findScreening, writeScreening } from '../storage/screenings.ts';
import { findOwn } from './find-screening.ts';

/** R103. A member has nothing to show, or can show it again. What is about an older playback says nothing of this one. */
export function noteStall(room: Room, peer: Peer, { isStalled, revision }: StallSet): void {
  const found = findOwn(room, peer);
  if (!found) return;
  const screening = withoutVainWait(room, found);
  const { playback, stallPolicy } = screening;
  const nowMs = room.nowMs();
  if (!isStalled) {
    noteReady(peer, nowMs);
    return change(room, screening, releasedFrom(playback, peer.id, nowMs));
  }
  if (stallPolicy !== 'wait' || revision !== playback.revision || !mayHold(peer, nowMs)) return;
  if (!isWaitLeft(screening.patience, IN_ALL, nowMs)) return;
  const member = { connectionId: peer.id, name: peer.seat.identity.name };
  const held = heldFor(playback, member, { nowMs, durationSeconds: room.facts.durationSeconds });
  if (held !== playback) peer.takeSeat({ ...peer.seat, readiness: 'ready', awaitedSinceMs: nowMs });
  change(room, screening, held);
}

/** Who is late has said that they are ready before they are waited for again, and has been for a while. */
function noteReady(peer: Peer, nowMs: number): void {
  const { seat } = peer;
  if (seat.readiness !== 'late') setReadiness(peer, 'ready');
  else if (seat.readySinceMs === undefined) peer.takeSeat({ ...seat, readySinceMs: nowMs });
}

/** R107. Whether one who stalls holds everyone up: not who is still to come, is late, or has had everyone's patience. */
function mayHold(peer: Peer, nowMs: number): boolean {
  const { readiness, patience } = peer.seat;
  const isCounted = isWaitedFor(peer.seat, nowMs);
  if (isCounted && isWaitLeft(patience, FOR_ONE, nowMs)) return true;
  if (isCounted || readiness === 'late') setLate(peer);
  return false;
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
  const playback = { ...screening.playback, awaited: [] };
  const next = withPlaybackOf(screening, playback, room.nowMs());
  writeScreening(room.sql, next);
  chargeAwaited(room, screening.playback, playback);
  markLate(room, screening.id, late);
  return next;
}

/** Everyone has waited for these in vain, or does so no longer: they hold nobody up until they say they are ready. */
export function markLate(room: Room, screeningId: string, members: readonly Member[]): void {
  for (const { connectionId } of members) {
    const peer = room.connections.find(connectionId);
    if (peer?.seat.screeningId === screeningId) setLate(peer);
  }
}

function setLate(peer: Peer): void {
  const { readySinceMs: _ready, ...seat } = peer.seat;
  if (seat.readiness !== 'late' || _ready !== undefined) peer.takeSeat({ ...seat, readiness: 'late' });
}

/** R107. Those who are awaited no longer have cost everyone that time. */
export function chargeAwaited(room: Room, held: Playback, next: Playback): void {
  const still = new Set(next.awaited.map(({ connectionId }) => connectionId));
  for (const { connectionId } of held.awaited) {
    const peer = still.has(connectionId) ? undefined : room.connections.find(connectionId);
    if (!peer) continue;
    const { awaitedSinceMs: sinceMs, ...seat } = peer.seat;
    const patience = afterWait(seat.patience, FOR_ONE, { held, sinceMs, nowMs: room.nowMs() });
    peer.takeSeat({ ...seat, patience });
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
    const nowMs = room.nowMs();
    writeScreening(room.sql, { ...withPlaybackOf(screening, playback, nowMs), touchedAtMs: nowMs });
    const result = { kind: 'playback' as const, playback };
    const answer = { t: 'ack' as const, id: opId, epoch: room.facts.epoch, seq, result };
    rememberOp(room.sql, opId, { type: 'stall', userId: null, seq, answer });
  });
  chargeAwaited(room, screening.playback, playback);
  // Who else is awaited can wait for the tick: in a crowd many stall together. A beginning and an end cannot.
  if (playback.atServerMs === screening.playback.atServerMs) room.outbox.queuePlayback(id, playback);
  else tellPlayback(room, id, playback);
}

export function tellPlayback(room: Room, screeningId: string, playback: Playback): void {
  room.outbox.dropPlayback(screeningId);
  const members = room.connections.membersOf(screeningId);
  room.connections.sendAll(members, { t: 'playback', screeningId, playback });
}
