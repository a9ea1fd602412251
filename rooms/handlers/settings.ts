import type { ScreeningHandOver, ScreeningSet } from '#protocol/screening.ts';
import { can } from '#protocol/capability.ts';
import { summarizeWith } from '../events.ts';
import { Refusal } from '../refusal.ts';
import type { Change, Handler, Room, Sender } from '../room.ts';
import { cleared, withGrant } from '../state/control.ts';
import { goneOn } from '../state/hold.ts';
import { withPlaybackOf, type StoredScreening } from '../state/screening.ts';
import { mayManage, mayTakeOver } from '../state/steering.ts';
import { writeScreening } from '../storage/screenings.ts';
import { shownControl, tellControl } from './control.ts';
import { claimantOf, getOngoing, presentOf } from './find-screening.ts';
import { chargeAwaited, tellPlayback } from './hold.ts';

/** R37. How it is steered, and what a stall does. */
export const setScreening: Handler<ScreeningSet> = (room, sender, op) => {
  const screening = getOngoing(room, op.screeningId);
  requireManaging(screening, sender, 'change this screening');
  if (op.controlMode == null && op.stallPolicy == null)
    throw new Refusal('INVALID', 'Say who steers, or what a stall does.');
  const controlMode = op.controlMode ?? screening.controlMode;
  const stallPolicy = op.stallPolicy ?? screening.stallPolicy;
  return changed(room, screening, {
    controlMode,
    stallPolicy,
    control: controlMode === 'ask' ? screening.control : cleared(screening.control),
    playback: stallPolicy === 'wait' ? screening.playback : goneOn(screening.playback, room.nowMs()),
  });
};

/** R101. The host passes the role on; while they are away, a member who may steer can take it. */
export const handOver: Handler<ScreeningHandOver> = (room, sender, op) => {
  const screening = getOngoing(room, op.screeningId);
  const members = room.connections.membersOf(screening.id);
  const target = members.find(({ id }) => id === op.connectionId);
  const { isHostHere } = summarizeWith(screening, members);
  const isMember = target !== undefined && target.id === sender.peer?.id;
  const who = claimantOf(sender);
  if (!mayManage(screening, who) && !mayTakeOver({ isHostHere, isMember }, who))
    throw new Refusal('FORBIDDEN', `Only ${screening.hostName} may hand this screening over.`);
  if (!target) throw new Refusal('NOT_FOUND', 'They are no longer in this screening.');
  const { userId, name, role } = target.seat.identity;
  if (!can(role, 'playback.control')) throw new Refusal('CONFLICT', `${name} may only watch this video.`);
  return changed(room, screening, {
    hostId: userId,
    hostName: name,
    hostConnectionId: userId === null ? target.id : null,
    control: withGrant(screening.control, presentOf(target), false),
  });
};

export function requireManaging(screening: StoredScreening, sender: Sender, toDoWhat: string): void {
  if (!mayManage(screening, claimantOf(sender)))
    throw new Refusal('FORBIDDEN', `Only ${screening.hostName} may ${toDoWhat}.`);
}

function changed(room: Room, before: StoredScreening, changes: Partial<StoredScreening>): Change {
  const keys = Object.keys(changes) as (keyof StoredScreening)[];
  const isChanged = keys.some((key) => changes[key] !== before[key]);
  const nowMs = room.nowMs();
  const next = { ...withPlaybackOf(before, changes.playback ?? before.playback, nowMs), ...changes };
  const screening = isChanged ? { ...next, touchedAtMs: nowMs } : before;
  if (isChanged) writeScreening(room.sql, screening);
  const { id, playback, control } = screening;
  return {
    result: {
      kind: 'screening',
      screening: summarizeWith(screening, room.connections.membersOf(id)),
      playback,
      control: shownControl(room, screening),
    },
    kind: isChanged ? 'screening' : 'none',
    entityId: id,
    afterCommit: () => {
      if (control !== before.control) tellControl(room, screening);
      if (playback === before.playback) return;
      chargeAwaited(room, before.playback, playback);
      tellPlayback(room, id, playback);
    },
  };
}
