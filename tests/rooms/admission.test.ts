import { beforeEach, expect, test } from 'vitest';
import { mayReconnect } from '#protocol/error.ts';
import { LIMITS } from '#protocol/limits.ts';
import { findObstacle, seatFor } from '#rooms/admission.ts';
import { revokeFrom } from '#rooms/revocation.ts';
import { FakeRoom, uuid, VIDEO_ID } from './fake-room.ts';

let fake: FakeRoom;
beforeEach(async () => {
  fake = await FakeRoom.open();
  fake.pass(10_000);
});

interface Asking {
  userId?: string | null;
  linkId?: string | null;
  role?: 'view' | 'control' | 'manage';
  issuedAtMs?: number;
}
/** What somebody with such a ticket meets. */
function ask({ userId = null, linkId = null, role = 'control', issuedAtMs = fake.nowMs }: Asking = {}) {
  const holder = { userId, name: 'Ada', isGuest: false, role };
  const place = {
    videoId: VIDEO_ID,
    screeningId: null,
    linkId,
    holdsLink: false,
    credential: null,
    durationSeconds: null,
  };
  const seat = seatFor({ ...holder, ...place, issuedAtMs }, fake.nowMs);
  return findObstacle(fake.room, seat, issuedAtMs);
}
const seated = (count: number, userId: string | null): void => {
  for (let n = 0; n < count; n += 1) fake.connect({ userId });
};

test('R64 twenty connections of one person, and not one more; others come in', () => {
  seated(LIMITS.connectionsPerUser - 1, uuid(1));
  expect(ask({ userId: uuid(1) })).toBeUndefined();
  seated(1, uuid(1));
  expect(ask({ userId: uuid(1) })).toEqual({
    closeCode: 4011,
    message: expect.stringContaining('Close a tab'),
  });
  expect([ask({ userId: uuid(2) }), ask()]).toEqual([undefined, undefined]);
  expect(mayReconnect(4011)).toBe(true);
});

test('R64 the nameless are not one person', () => {
  seated(LIMITS.connectionsPerUser + 5, null);
  expect(ask()).toBeUndefined();
});

test('R64 two thousand in a room, and not one more until somebody leaves', () => {
  seated(LIMITS.connectionsPerRoom, null);
  expect(ask({ userId: uuid(1) })).toEqual({ closeCode: 4010, message: expect.stringContaining('full') });
  const [first] = fake.peers;
  if (first) fake.leave(first);
  expect(ask({ userId: uuid(1) })).toBeUndefined();
  expect(mayReconnect(4010)).toBe(true);
});

test('R65 a ticket from before a revocation opens nothing, one from after it does', () => {
  const issuedAtMs = fake.nowMs;
  fake.pass(500);
  revokeFrom(fake.room, { userId: uuid(1) }, 'Gone.');
  revokeFrom(fake.room, { linkId: uuid(7) }, 'Gone.');
  const late = { closeCode: 4408, message: expect.any(String) };
  fake.restart();
  expect(ask({ userId: uuid(1), issuedAtMs })).toEqual(late);
  expect(ask({ linkId: uuid(7), issuedAtMs })).toEqual(late);
  expect([ask({ userId: uuid(2), issuedAtMs }), ask({ linkId: uuid(8), issuedAtMs })]).toEqual([
    undefined,
    undefined,
  ]);
  fake.pass(2_001);
  expect(ask({ userId: uuid(1) })).toBeUndefined();
});

test('R65 nor does one from just after it: the clock that stamped it may be ahead', () => {
  revokeFrom(fake.room, { userId: uuid(1) }, 'Gone.');
  const revokedAtMs = fake.nowMs;
  const late = { closeCode: 4408, message: expect.any(String) };
  expect(ask({ userId: uuid(1), issuedAtMs: revokedAtMs + 2_000 })).toEqual(late);
  expect(ask({ userId: uuid(1), issuedAtMs: revokedAtMs + 2_001 })).toBeUndefined();
  // For as long as it may be used.
  fake.pass(LIMITS.ticketMs + 1_500);
  revokeFrom(fake.room, { userId: uuid(2) }, 'Gone.');
  expect(ask({ userId: uuid(1), issuedAtMs: revokedAtMs + 2_000 })).toEqual(late);
});

test('R65 a video shared with fewer people turns away who only watches, not who manages it', () => {
  const issuedAtMs = fake.nowMs;
  revokeFrom(fake.room, { whoMayNot: 'video.edit' }, 'Private now.');
  expect(ask({ issuedAtMs })).toMatchObject({ closeCode: 4408 });
  expect(ask({ issuedAtMs, role: 'manage' })).toBeUndefined();
});

test('R65 what no ticket can be older than is forgotten', () => {
  const count = () => fake.room.sql.exec('SELECT id FROM revocations').toArray().length;
  for (let n = 0; n < 5; n += 1) {
    revokeFrom(fake.room, { userId: uuid(n) }, 'Gone.');
    fake.pass(LIMITS.ticketMs / 2);
  }
  expect(count()).toBe(3);
});

test('R120 who holds a watch link is asked to come back by it, where another right ends', () => {
  const [byLink, withLink, without] = [1, 2, 3].map((n) => fake.enter({ userId: uuid(n), name: 'Eve' }));
  byLink?.takeSeat({ ...byLink.seat, linkId: uuid(7), holdsLink: true });
  withLink?.takeSeat({ ...withLink.seat, holdsLink: true });
  const codes = () => [byLink, withLink, without].map((peer) => peer?.closed?.code);
  revokeFrom(fake.room, { userId: uuid(1) }, 'No longer a member.');
  expect(codes()).toEqual([4408, undefined, undefined]);
  revokeFrom(fake.room, { whoMayNot: 'video.edit' }, 'Private now.');
  expect(codes()).toEqual([4408, 4408, 4503]);
});

test('R62 a deleted video is gone for who holds a link to it, too', () => {
  const byLink = fake.enter({ name: 'Eve' });
  byLink.takeSeat({ ...byLink.seat, linkId: uuid(7), holdsLink: true });
  revokeFrom(fake.room, { everyone: true }, 'Deleted.');
  expect(byLink.closed?.code).toBe(4503);
});

test('R62 revoking a link closes who came by it, and nobody else', () => {
  const byLink = fake.enter({ name: 'Bob' });
  byLink.takeSeat({ ...byLink.seat, linkId: uuid(7) });
  const byOther = fake.enter({ name: 'Eve' });
  byOther.takeSeat({ ...byOther.seat, linkId: uuid(8) });
  const member = fake.enter({ userId: uuid(1), name: 'Ada' });
  expect(revokeFrom(fake.room, { linkId: uuid(7) }, 'This link has been taken back.')).toBe(1);
  expect([byLink.closed, byOther.closed, member.closed]).toEqual([
    { code: 4503, reason: 'This link has been taken back.' },
    undefined,
    undefined,
  ]);
});
