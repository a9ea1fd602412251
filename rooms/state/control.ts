import { z } from 'zod';
import { Member, type Control } from '#protocol/control.ts';
import { LIMITS } from '#protocol/limits.ts';

/** A grant is its account's, whatever connection that comes back on; without one it is the connection's. */
const Granted = Member.extend({ userId: z.string().nullable().default(null) });

/** Who asks to steer, and who was let, as the room keeps it. */
export const StoredControl = z.object({ asking: z.array(Member), granted: z.array(Granted) });
export type StoredControl = z.infer<typeof StoredControl>;

export const NO_CONTROL: StoredControl = { asking: [], granted: [] };

export const cleared = (control: StoredControl): StoredControl =>
  control.asking.length + control.granted.length > 0 ? NO_CONTROL : control;

/** Somebody in a screening: this connection, and whose it is. */
export interface Present extends Member {
  userId: string | null;
}

const isOf = (grant: z.infer<typeof Granted>, who: Omit<Present, 'name'>): boolean =>
  grant.userId === null ? grant.connectionId === who.connectionId : grant.userId === who.userId;

export const isAsking = ({ asking }: Pick<StoredControl, 'asking'>, connectionId: string): boolean =>
  asking.some((member) => member.connectionId === connectionId);

export const isGranted = ({ granted }: StoredControl, who: Omit<Present, 'name'>): boolean =>
  granted.some((grant) => isOf(grant, who));

/** Asking is set, not toggled. */
export function withAsking(control: StoredControl, member: Member, asks: boolean): StoredControl {
  if (isAsking(control, member.connectionId) === asks) return control;
  const { connectionId, name } = member;
  const others = control.asking.filter((other) => other.connectionId !== connectionId);
  return { ...control, asking: asks ? [...others, { connectionId, name }] : others };
}

/** Asks of those who are there: a room that was cut off has not heard of the others' going. */
export function withAsksAmong(control: StoredControl, present: readonly Present[]): StoredControl {
  const here = new Set(present.map(({ connectionId }) => connectionId));
  const asking = control.asking.filter(({ connectionId }) => here.has(connectionId));
  return asking.length === control.asking.length ? control : { ...control, asking };
}

/** Whoever is decided upon, asks no longer. */
export function withGrant(control: StoredControl, who: Present, isLet: boolean): StoredControl {
  const decided = withAsking(control, who, false);
  if (isGranted(control, who) === isLet) return decided;
  const others = decided.granted.filter((grant) => !isOf(grant, who));
  return { ...decided, granted: isLet ? [...others, who] : others };
}

/** Grants that count against the bound: where there is no more room, those who are gone make way. */
export function withRoomForGrant(control: StoredControl, present: readonly Present[]): StoredControl {
  if (control.granted.length < LIMITS.controlMembers) return control;
  return { ...control, granted: control.granted.filter((grant) => present.some((who) => isOf(grant, who))) };
}

/** After a connection has left: it asks no longer, and a grant without an account went with it. */
export function withoutConnection(control: StoredControl, connectionId: string): StoredControl {
  const asks = isAsking(control, connectionId);
  const isLost = (grant: z.infer<typeof Granted>): boolean =>
    grant.userId === null && grant.connectionId === connectionId;
  if (!asks && !control.granted.some(isLost)) return control;
  return {
    asking: control.asking.filter((member) => member.connectionId !== connectionId),
    granted: control.granted.filter((grant) => !isLost(grant)),
  };
}

/** What members are told: connections that are there now. */
export function controlAmong(control: StoredControl, present: readonly Present[]): Control {
  if (control.asking.length === 0 && control.granted.length === 0) return NO_CONTROL;
  const here = new Set(present.map(({ connectionId }) => connectionId));
  return {
    asking: control.asking.filter(({ connectionId }) => here.has(connectionId)),
    granted: present
      .filter((who) => isGranted(control, who))
      .slice(0, LIMITS.controlMembers)
      .map(({ connectionId, name }) => ({ connectionId, name })),
  };
}
