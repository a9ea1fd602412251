import type { AckResult } from '#protocol/ack.ts';
import type { Control } from '#protocol/control.ts';
import type { Playback } from '#protocol/playback.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import type { UpOp } from '#protocol/up.ts';
import type { RoomState } from './room-state.ts';

/** Keeps those that go on; one that has ended is gone from the list. */
export function withScreening(state: RoomState, screening: ScreeningSummary): RoomState {
  const screenings = new Map(state.screenings);
  if (screening.endedAtMs === null) screenings.set(screening.id, screening);
  else screenings.delete(screening.id);
  return { ...state, screenings };
}

/** Whoever is in a screening that has ended is solo from there on. */
export function leaveEnded(state: RoomState): RoomState {
  if (state.screening === null || state.screenings.has(state.screening.id)) return state;
  return { ...state, screening: null, skew: null };
}

/** Takes a playback of the own screening if it is not older than what is known. */
export function withPlayback(state: RoomState, screeningId: string, playback: Playback): RoomState {
  const { screening } = state;
  if (screening === null || screening.id !== screeningId) return state;
  if (playback.revision <= screening.playback.revision) return state;
  return { ...state, screening: { ...screening, playback } };
}

const NOBODY: Control = { asking: [], granted: [] };

/** What an op about a screening made of it: starting and joining bring one in, settings leave one where one is. */
export function withAnswered(
  state: RoomState,
  op: UpOp['t'],
  { screening, playback, control }: Extract<AckResult, { kind: 'screening' }>,
): RoomState {
  const known = withScreening(state, screening);
  if (screening.endedAtMs !== null) return leaveEnded(known);
  if (op === 'screening.start' || op === 'screening.join')
    return { ...known, screening: { id: screening.id, playback, control: control ?? NOBODY }, skew: null };
  const told = control ? withControl(known, screening.id, control) : known;
  return withPlayback(told, screening.id, playback);
}

/** Who asks to steer the own screening, and who may. */
export function withControl(state: RoomState, screeningId: string, control: Control): RoomState {
  const { screening } = state;
  return screening?.id === screeningId ? { ...state, screening: { ...screening, control } } : state;
}
