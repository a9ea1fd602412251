import type { ControlMode, ScreeningSummary, StallPolicy } from '#protocol/screening.ts';
import { can } from '#protocol/capability.ts';
import type { RoomState } from '#client/room/room-state.ts';

type You = RoomState['you'];
type RoomMember = { connectionId: string; name: string };
type Who = { connectionId: string; userId: string | null };

/** The screening the viewer is in, with what everyone in the room knows of it. */
export const ownScreening = ({ screening, screenings }: RoomState): ScreeningSummary | null =>
  screening && (screenings.get(screening.id) ?? null);

/** By account; who hosts without one does so for as long as this connection lives. */
export const isHostOf = (screening: ScreeningSummary, who: Who): boolean =>
  screening.hostId === null
    ? screening.hostConnectionId === who.connectionId
    : screening.hostId === who.userId;

/** Host, as long as the video's owner lets them steer, and managers: they end it, change how it is steered, let others steer and hand it over. */
export const mayManage = (screening: ScreeningSummary, you: You): boolean =>
  you !== null &&
  ((isHostOf(screening, you) && can(you.role, 'playback.control')) || can(you.role, 'screening.manage'));

const isAmong = (members: readonly { connectionId: string }[], you: NonNullable<You>): boolean =>
  members.some(({ connectionId }) => connectionId === you.connectionId);

export const isAsking = ({ screening, you }: RoomState): boolean =>
  screening !== null && you !== null && isAmong(screening.control.asking, you);

/** Whose wish to steer is decided on next, for whoever decides. */
export function firstAsker(state: RoomState): RoomMember | null {
  const [own, first] = [ownScreening(state), state.screening?.control.asking[0]];
  return own !== null && first !== undefined && mayManage(own, state.you) ? first : null;
}

/** Let to steer where that has to be asked for. */
export const isGranted = ({ screening, you }: RoomState): boolean =>
  screening !== null && you !== null && isAmong(screening.control.granted, you);

export type Hindrance = 'role' | 'presenter' | 'ask' | null;

/** What keeps the viewer from steering the screening they are in; null where nothing does (R33). */
export function hindranceOf(state: RoomState): Hindrance {
  const [screening, { you }] = [ownScreening(state), state];
  if (screening === null || you === null || mayManage(screening, you)) return null;
  if (!can(you.role, 'playback.control')) return 'role';
  if (screening.controlMode === 'anyone') return null;
  if (screening.controlMode === 'presenter') return 'presenter';
  return isGranted(state) ? null : 'ask';
}

/** Why a press on the player's controls does nothing. */
export function wordsFor(hindrance: NonNullable<Hindrance>, hostName: string): string {
  if (hindrance === 'role') return 'You can watch this screening, but not steer it.';
  return hindrance === 'ask' ? `${hostName} decides who steers.` : `Only ${hostName} steers.`;
}

/** Somebody who may steer can become the host while the host is away. */
export const mayTakeOver = (screening: ScreeningSummary, you: You): boolean =>
  !screening.isHostHere &&
  you !== null &&
  !isHostOf(screening, you) &&
  (can(you.role, 'playback.control') || mayManage(screening, you));

/** Who steers, in the same words for everyone. */
export const CONTROL_MODES: readonly ControlMode[] = ['anyone', 'presenter', 'ask'];
export const describeMode = (mode: ControlMode, hostName: string): string =>
  ({ anyone: 'Anyone', presenter: `Only ${hostName}`, ask: `Ask ${hostName}` })[mode];

export const STALL_POLICIES: readonly StallPolicy[] = ['go_on', 'wait'];
export const describePolicy = (policy: StallPolicy): string =>
  ({ go_on: 'Keep going', wait: 'Wait for everyone (up to 10 s)' })[policy];

/** Settings as they will stand once what this viewer has asked for is done. */
export function shownSettings(state: RoomState, screening: ScreeningSummary) {
  const asked = state.pending.flatMap(({ op }) =>
    op.t === 'screening.set' && op.screeningId === screening.id ? [op] : [],
  );
  return {
    controlMode: asked.findLast((op) => op.controlMode)?.controlMode ?? screening.controlMode,
    stallPolicy: asked.findLast((op) => op.stallPolicy)?.stallPolicy ?? screening.stallPolicy,
    isPending: asked.length > 0,
  };
}
