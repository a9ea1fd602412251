import { expect, test } from 'vitest';
import { ANONYMOUS, type Viewer } from '#worker/accounts/viewer.ts';
import {
  askedOf,
  asksMore,
  GUESTS,
  stateOf,
  violationsOf,
  type Guests,
  type LinkPolicy,
} from '#worker/rooms/link-state.ts';

const DAY_MS = 86_400_000;
const now = new Date('2026-06-15T12:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * DAY_MS);
const noPolicy: LinkPolicy = { isPasswordRequired: false, longestDays: null, guests: 'anyone' };
const plain = {
  createdAt: days(-10),
  revokedAt: null,
  expiresAt: null,
  maxUses: null,
  useCount: 0,
  passwordHash: null,
  guests: 'anyone' as Guests,
  isMakerEntitled: true,
  policy: noPolicy,
};

test('R121 what has become of a link', () => {
  const state = (link: Partial<typeof plain> | object) => stateOf({ ...plain, ...link }, now);
  expect({
    plain: state({}),
    ahead: state({ expiresAt: days(1), maxUses: 2, useCount: 1 }),
    revoked: state({ revokedAt: days(-1), expiresAt: days(-2) }),
    expired: state({ expiresAt: now }),
    usedUp: state({ maxUses: 2, useCount: 2 }),
    makerGone: state({ isMakerEntitled: false }),
  }).toEqual({
    plain: 'open',
    ahead: 'open',
    revoked: 'revoked',
    expired: 'expired',
    usedUp: 'used-up',
    makerGone: 'maker-gone',
  });
});

test('R125 a policy that became stricter holds for links that were made before', () => {
  const state = (policy: Partial<LinkPolicy>, link: object = {}) =>
    stateOf({ ...plain, ...link, policy: { ...noPolicy, ...policy } }, now);
  expect(state({ isPasswordRequired: true })).toBe('against-policy');
  expect(state({ isPasswordRequired: true }, { passwordHash: 'x' })).toBe('open');
  expect(state({ longestDays: 10 })).toBe('expired');
  expect(state({ longestDays: 11 })).toBe('open');
  expect(state({ longestDays: 11 }, { expiresAt: days(-1) })).toBe('expired');
});

test('R126 what is asked of who comes is the stricter of link and policy', () => {
  const viewers: Viewer[] = [
    ANONYMOUS,
    { kind: 'guest', userId: 'g', name: 'G' },
    { kind: 'registered', userId: 'r', name: 'R' },
  ];
  const asked = (guests: Guests, policy: Guests) =>
    viewers.map((viewer) => askedOf(viewer, { guests, policy: { ...noPolicy, guests: policy } }));
  expect(asked('anyone', 'anyone')).toEqual([null, null, null]);
  expect(asked('named', 'anyone')).toEqual(['name', null, null]);
  expect(asked('anyone', 'named')).toEqual(['name', null, null]);
  for (const guests of GUESTS) expect(asked(guests, 'accounts')).toEqual(['account', 'account', null]);
});

test('R125 terms an organization does not allow are named, a field each', () => {
  const strict: LinkPolicy = { isPasswordRequired: true, longestDays: 7, guests: 'named' };
  const terms = { createdAt: now, expiresAt: null, guests: 'anyone' as Guests, hasPassword: false };
  const pointers = (link: object, policy = strict) =>
    violationsOf({ ...terms, ...link }, policy).map(({ pointer }) => pointer);
  expect(pointers({})).toEqual(['/password', '/expiresAt', '/guests']);
  expect(pointers({ hasPassword: true, expiresAt: days(8), guests: 'named' })).toEqual(['/expiresAt']);
  expect(pointers({ hasPassword: true, expiresAt: days(7), guests: 'accounts' })).toEqual([]);
  expect(pointers({}, noPolicy)).toEqual([]);
});

test('R125 an organization asks more where a link that was good may not be', () => {
  const strict: LinkPolicy = { isPasswordRequired: true, longestDays: 7, guests: 'named' };
  const more = [{ guests: 'accounts' }, { longestDays: 6 }, { guests: 'anyone', longestDays: 6 }];
  const less = [
    {},
    { isPasswordRequired: false },
    { longestDays: 8 },
    { longestDays: null },
    { guests: 'anyone' },
  ];
  const asked = (changes: object[]) => changes.map((change) => asksMore({ ...strict, ...change }, strict));
  expect([asked(more), asked(less)]).toEqual([more.map(() => true), less.map(() => false)]);
  expect(asksMore({ ...noPolicy, isPasswordRequired: true }, noPolicy)).toBe(true);
  expect(asksMore({ ...noPolicy, longestDays: 365 }, noPolicy)).toBe(true);
});
