import { expect, test } from 'vitest';
import type { Down } from '#protocol/down.ts';
import { reduce } from '#client/room/reduce.ts';
import { INITIAL_ROOM_STATE, type RoomState } from '#client/room/room-state.ts';
import { idOf, playbackOf, screeningOf, welcomeOf } from './samples.ts';

const after = (state: RoomState, frame: Down): RoomState => reduce(state, { kind: 'frame', frame });
const welcomed = after(INITIAL_ROOM_STATE, welcomeOf());
const joined = after(welcomed, {
  t: 'ack',
  id: idOf(8),
  epoch: 1,
  seq: 11,
  result: { kind: 'screening', screening: screeningOf(50), playback: playbackOf(4) },
});

test('changing one’s settings, also of another, does not bring one into it', () => {
  const answered = (screeningId: number, state: RoomState) => {
    const op = { t: 'screening.set' as const, id: idOf(9), screeningId: idOf(screeningId) };
    const screening = screeningOf(screeningId, { controlMode: 'ask' });
    const asked = reduce(state, { kind: 'made', pending: { op, madeAtMs: 0 } });
    const result = { kind: 'screening' as const, screening, playback: playbackOf(4) };
    return after(asked, { t: 'ack', id: idOf(9), epoch: 1, seq: 12, result });
  };
  expect(answered(50, joined).screenings.get(idOf(50))?.controlMode).toBe('ask');
  expect(answered(50, joined).screening).toBe(joined.screening);
  expect(answered(51, joined).screening).toBe(joined.screening);
  expect(answered(51, welcomed).screening).toBeNull();
});

test('who asks and who may steer is told as it stands', () => {
  const control = { asking: [{ connectionId: 'bob', name: 'Bob' }], granted: [] };
  const told = after(joined, { t: 'control', screeningId: idOf(50), control });
  expect(told.screening?.control).toEqual(control);
  expect(after(joined, { t: 'control', screeningId: idOf(51), control })).toBe(joined);
});

test('the answer to a repeat does not undo what has been told since', () => {
  const op = { t: 'screening.set' as const, id: idOf(9), screeningId: idOf(50) };
  const asked = reduce(joined, { kind: 'made', pending: { op, madeAtMs: 0 } });
  const newer = screeningOf(50, { controlMode: 'presenter' });
  const events = [{ kind: 'screening' as const, seq: 20, screening: newer }];
  const told = after(asked, { t: 'events', epoch: 1, seq: 20, events });
  const screening = screeningOf(50, { controlMode: 'ask' });
  const result = { kind: 'screening' as const, screening, playback: playbackOf(4) };
  const answered = after(told, { t: 'ack', id: idOf(9), epoch: 1, seq: 12, result });
  expect(answered.screenings.get(idOf(50))?.controlMode).toBe('presenter');
  expect(answered.pending).toEqual([]);
});
