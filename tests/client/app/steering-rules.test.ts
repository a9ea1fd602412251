import { describe, expect, test } from 'vitest';
import type { Role } from '#protocol/role.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import type { RoomState } from '#client/room/room-state.ts';
import {
  describeMode,
  firstAsker,
  hindranceOf,
  isHostOf,
  mayTakeOver,
  shownSettings,
  wordsFor,
} from '#client/app/watch/screening/steering-rules.ts';
import { screeningOf } from '../room/samples.ts';
import { somePlayback, someState, YOU } from './room-fixture.ts';

const BOB = { connectionId: 'bob', name: 'Bob' };
const ME = { connectionId: YOU.connectionId, name: 'Me' };

/** In a screening that somebody else hosts. */
function inScreening(
  changes: Partial<ScreeningSummary> = {},
  {
    role = 'control' as Role,
    granted = [BOB],
    ...over
  }: Partial<RoomState> & { role?: Role; granted?: (typeof BOB)[] } = {},
): RoomState {
  const screening = screeningOf(50, { hostConnectionId: 'ann', ...changes });
  return someState({
    you: { ...YOU, role },
    screenings: new Map([[screening.id, screening]]),
    screening: { id: screening.id, playback: somePlayback(), control: { asking: [], granted } },
    ...over,
  });
}

describe('R33 who may steer', () => {
  test.each([
    ['anyone', 'control', null],
    ['anyone', 'view', 'role'],
    ['presenter', 'control', 'presenter'],
    ['presenter', 'manage', null],
    ['ask', 'control', 'ask'],
    ['ask', 'view', 'role'],
  ] as const)('in mode %s with role %s: kept from it by %s', (controlMode, role, hindrance) => {
    expect(hindranceOf(inScreening({ controlMode }, { role }))).toBe(hindrance);
  });

  test('the host always may, by account or by connection', () => {
    const byAccount = { hostId: YOU.userId, controlMode: 'presenter' as const };
    expect(hindranceOf(inScreening(byAccount))).toBeNull();
    expect(hindranceOf(inScreening({ hostConnectionId: 'me', controlMode: 'ask' }))).toBeNull();
    expect(isHostOf(screeningOf(1, { hostId: YOU.userId }), { connectionId: 'x', userId: null })).toBe(false);
  });

  test('the host only as far as the video’s owner lets them', () => {
    expect(hindranceOf(inScreening({ hostConnectionId: 'me' }, { role: 'view' }))).toBe('role');
  });

  test('who was let may, where that is asked for', () => {
    expect(hindranceOf(inScreening({ controlMode: 'ask' }, { granted: [ME] }))).toBeNull();
    expect(hindranceOf(inScreening({ controlMode: 'presenter' }, { granted: [ME] }))).toBe('presenter');
  });

  test('alone nothing is in the way', () => {
    expect(hindranceOf(someState())).toBeNull();
  });
});

test('a refusal says who decides', () => {
  expect([wordsFor('presenter', 'Ann'), wordsFor('ask', 'Ann')]).toEqual([
    'Only Ann steers.',
    'Ann decides who steers.',
  ]);
  expect(describeMode('ask', 'Ann')).toBe('Ask Ann');
});

test('a host who is away can be stood in for by who may steer, and by nobody while there', () => {
  const away = screeningOf(1, { isHostHere: false, hostConnectionId: 'ann' });
  expect(mayTakeOver(away, YOU)).toBe(true);
  expect(mayTakeOver(away, { ...YOU, role: 'comment' })).toBe(false);
  expect(mayTakeOver({ ...away, isHostHere: true }, YOU)).toBe(false);
  expect(mayTakeOver(away, null)).toBe(false);
});

test('a setting asked for is shown as it will stand', () => {
  const screening = screeningOf(50);
  const op = {
    t: 'screening.set' as const,
    id: 'op',
    screeningId: screening.id,
    controlMode: 'ask' as const,
  };
  const asked = inScreening({}, { pending: [{ op, madeAtMs: 0 }] });
  expect(shownSettings(asked, screening)).toEqual({
    controlMode: 'ask',
    stallPolicy: 'go_on',
    isPending: true,
  });
  expect(shownSettings(asked, screeningOf(51))).toMatchObject({ controlMode: 'anyone', isPending: false });
});

test('who decides is told who asks first; nobody else is', () => {
  const asked = (state: RoomState): RoomState => ({
    ...state,
    screening: state.screening && { ...state.screening, control: { asking: [BOB, ME], granted: [] } },
  });
  expect(firstAsker(asked(inScreening({}, { role: 'manage' })))).toEqual(BOB);
  expect(firstAsker(asked(inScreening()))).toBeNull();
  expect(firstAsker(inScreening({}, { role: 'manage' }))).toBeNull();
});
