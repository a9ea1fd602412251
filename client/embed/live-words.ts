import type { RoomState } from '#client/room/room-state.ts';
import { listPeople } from '#client/room/select.ts';

/** Where a screening inside an embed stands, as its page and the page around it are told. Names go to neither. */
export interface Live {
  screeningId: string;
  status: 'joining' | 'in-step' | 'reconnecting' | 'ended' | 'lost';
  isPlaying: boolean;
  presence: { total: number; inScreening: number };
  /** Why it is lost. */
  message: string | null;
}

export function liveOf(state: RoomState, screeningId: string): Live {
  const { connection, screening, screenings, you, presence } = state;
  const members = screenings.get(screeningId)?.memberCount ?? 0;
  const counted = listPeople(state).filter((person) => person.screeningId === screeningId).length;
  return {
    screeningId,
    status: statusOf(connection.status, { hasCome: you !== null, isIn: screening !== null }),
    isPlaying: screening?.playback.isPlaying ?? false,
    presence: { total: presence.total, inScreening: Math.max(members, counted) },
    message: connection.status === 'closed' ? connection.message : null,
  };
}

function statusOf(
  connection: RoomState['connection']['status'],
  { hasCome, isIn }: { hasCome: boolean; isIn: boolean },
): Live['status'] {
  if (connection === 'closed') return 'lost';
  if (!hasCome) return 'joining';
  if (connection !== 'open') return 'reconnecting';
  return isIn ? 'in-step' : 'ended';
}

/** "Live with 3": whom besides the viewer. */
export function liveWords({ status, presence }: Live): string {
  const others = Math.max(0, presence.inScreening - 1);
  if (status === 'joining') return 'Joining …';
  if (status === 'reconnecting') return 'Reconnecting …';
  if (status !== 'in-step') return '';
  return others === 0 ? 'Live' : `Live with ${others.toLocaleString()}`;
}
