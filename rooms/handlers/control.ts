import type { Control, ControlGrant, ControlRequest } from '#protocol/control.ts';
import { LIMITS } from '#protocol/limits.ts';
import { can } from '#protocol/capability.ts';
import type { Peer } from '../connections.ts';
import { Refusal } from '../refusal.ts';
import type { Change, Handler, Room, Sender } from '../room.ts';
import {
  controlAmong,
  isAsking,
  isGranted,
  withAsking,
  withAsksAmong,
  withGrant,
  withoutConnection,
  withRoomForGrant,
  type StoredControl,
} from '../state/control.ts';
import type { StoredScreening } from '../state/screening.ts';
import { mayManage, whyNotSteering } from '../state/steering.ts';
import { findScreening, writeScreening } from '../storage/screenings.ts';
import { claimantOf, findOwn, getOwn, presentOf } from './find-screening.ts';

/** R100. Asks, or takes that back. Who steers already asks for nothing. */
export const requestControl: Handler<ControlRequest> = (room, sender, op) => {
  const { screening, member } = getOwn(room, sender, 'ask to steer it');
  return changed(room, screening, controlAsked(room, sender, { screening, member, asks: op.isAsking }));
};

/** What asking makes of who asks. Throws for who may not. */
function controlAsked(
  room: Room,
  sender: Sender,
  { screening, member, asks }: { screening: StoredScreening; member: Peer; asks: boolean },
): StoredControl {
  if (!asks) return withAsking(screening.control, presentOf(member), false);
  const who = claimantOf(sender);
  if (!can(who.role, 'playback.control'))
    throw new Refusal('FORBIDDEN', 'You may watch this screening, but not steer it.');
  if (screening.controlMode === 'presenter')
    throw new Refusal('CONFLICT', `Only ${screening.hostName} steers this screening.`);
  if (whyNotSteering(screening, who) === undefined) return screening.control;
  const members = room.connections.membersOf(screening.id);
  const control = withAsksAmong(screening.control, members.map(presentOf));
  if (control.asking.length >= LIMITS.controlMembers && !isAsking(control, member.id))
    throw new Refusal('CONFLICT', 'Too many people ask already. Try again in a moment.');
  return withAsking(control, presentOf(member), true);
}

/** R11. Asks, or no longer, in the stead of an earlier connection; where that may no longer be, it is not done. */
export function askAgain(room: Room, sender: Sender & { peer: Peer }, asks: boolean): void {
  const screening = findOwn(room, sender.peer);
  if (!screening) return;
  try {
    const control = controlAsked(room, sender, { screening, member: sender.peer, asks });
    if (control === screening.control) return;
    writeScreening(room.sql, { ...screening, control });
    tellControl(room, { ...screening, control });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** R100. The host and managers let a member steer, or no longer; who was let may give it back. */
export const grantControl: Handler<ControlGrant> = (room, sender, op) => {
  const { screening, member } = getOwn(room, sender, 'say who steers it');
  const isOwnToGiveBack = op.connectionId === member.id && !op.isGranted;
  if (!isOwnToGiveBack && !mayManage(screening, claimantOf(sender)))
    throw new Refusal('FORBIDDEN', `${screening.hostName} decides who steers this screening.`);
  const members = room.connections.membersOf(screening.id);
  const target = members.find(({ id }) => id === op.connectionId);
  if (!op.isGranted)
    return changed(
      room,
      screening,
      target
        ? withGrant(screening.control, presentOf(target), false)
        : withoutConnection(screening.control, op.connectionId),
    );
  if (screening.controlMode !== 'ask')
    throw new Refusal('CONFLICT', 'Let people ask to steer first: now it is not yours to give.');
  if (!target) throw new Refusal('NOT_FOUND', 'They are no longer in this screening.');
  if (!can(target.seat.identity.role, 'playback.control'))
    throw new Refusal('CONFLICT', `${target.seat.identity.name} may only watch this video.`);
  const control = withRoomForGrant(screening.control, members.map(presentOf));
  if (control.granted.length >= LIMITS.controlMembers && !isGranted(control, presentOf(target)))
    throw new Refusal('CONFLICT', 'Fifty people may steer already. Take it back from somebody first.');
  return changed(room, screening, withGrant(control, presentOf(target), true));
};

function changed(room: Room, screening: StoredScreening, control: StoredControl): Change {
  const next = { ...screening, control };
  if (control !== screening.control) writeScreening(room.sql, { ...next, touchedAtMs: room.nowMs() });
  return {
    result: { kind: 'control', control: shownControl(room, next) },
    kind: 'none',
    entityId: screening.id,
    afterCommit: () => control !== screening.control && tellControl(room, next),
  };
}

/** As members see it; `coming` is on their way in. */
export function shownControl(room: Room, { id, control }: StoredScreening, coming?: Peer): Control {
  if (control.asking.length === 0 && control.granted.length === 0) return controlAmong(control, []);
  const others = room.connections.membersOf(id).filter((member) => member.id !== coming?.id);
  return controlAmong(control, (coming ? [...others, coming] : others).map(presentOf));
}

/** With the tick: whoever asks and takes it back again and again tells everyone ten times a second at most. */
export function tellControl(room: Room, screening: StoredScreening): void {
  room.outbox.queueControl(screening.id, shownControl(room, screening));
}

/** Somebody who was let to steer is in again, on a connection of another name. */
export function tellOfReturn(room: Room, screening: StoredScreening, peer: Peer): void {
  if (isGranted(screening.control, presentOf(peer))) tellControl(room, screening);
}

/** A connection has left the screening. */
export function dropControl(room: Room, peer: Peer, screeningId: string): void {
  const screening = findScreening(room.sql, screeningId);
  if (!screening || screening.endedAtMs !== null) return;
  const control = withoutConnection(screening.control, peer.id);
  if (control === screening.control && !isGranted(control, presentOf(peer))) return;
  if (control !== screening.control) writeScreening(room.sql, { ...screening, control });
  tellControl(room, { ...screening, control });
}
