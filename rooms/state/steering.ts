import { can } from '#protocol/capability.ts';
import type { Role } from '#protocol/role.ts';
import { isGranted } from './control.ts';
import { isHost, type StoredScreening } from './screening.ts';

/** Somebody with a right to claim; a REST write has no connection. */
export interface Claimant {
  connectionId: string | null;
  userId: string | null;
  role: Role;
}

/** Who hosts it and may: a host whom the video's owner lets steer no longer is none until they are let again (R33). */
export const isActingHost = (screening: StoredScreening, who: Claimant): boolean =>
  isHost(screening, who) && can(who.role, 'playback.control');

/** Host and managers: they steer in every mode, choose who else does, and end it. */
export const mayManage = (screening: StoredScreening, who: Claimant): boolean =>
  isActingHost(screening, who) || can(who.role, 'screening.manage');

/**
 * Why somebody may not steer, in words; undefined for who may (R33). What the video's owner lets a person do is the
 * most that a host can let them do.
 */
export function whyNotSteering(screening: StoredScreening, who: Claimant): string | undefined {
  if (mayManage(screening, who)) return undefined;
  if (!can(who.role, 'playback.control')) return 'You may watch this screening, but not steer it.';
  const { controlMode, hostName, control } = screening;
  if (controlMode === 'presenter') return `Only ${hostName} steers this screening.`;
  const connectionId = who.connectionId ?? '';
  if (controlMode === 'ask' && !isGranted(control, { connectionId, userId: who.userId }))
    return `${hostName} decides who steers this screening. Ask to.`;
  return undefined;
}

/** R101: while the host is away a member who may steer at all may become it. */
export const mayTakeOver = (
  { isHostHere, isMember }: { isHostHere: boolean; isMember: boolean },
  who: Claimant,
): boolean => !isHostHere && isMember && can(who.role, 'playback.control');
