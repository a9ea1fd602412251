import { beforeEach, expect, test } from 'vitest';
import { mayReconnect } from '#protocol/error.ts';
import { LIMITS } from '#protocol/limits.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { findObstacle, seatFor } from '#rooms/admission.ts';
import { revokeFrom } from '#rooms/revocation.ts';
import { FakeRoom, uuid, VIDEO_ID, type FakePeer } from './fake-room.ts';

const [PHONE, LAPTOP] = [uuid(70), uuid(71)];
const DAY_MS = 24 * 3_600_000;

let fake: FakeRoom;
beforeEach(async () => {
  fake = await FakeRoom.open();
  fake.pass(10_000);
});

/** The same person, by one session or another. */
function enterBy(credentialId: string, endsAtMs = fake.nowMs + DAY_MS): FakePeer {
  const peer = fake.connect({ userId: uuid(1), name: 'Ada' });
  peer.takeSeat({ ...peer.seat, credential: { id: credentialId, endsAtMs } });
  peer.say({ t: 'hello', version: PROTOCOL_VERSION });
  return peer;
}
const turnedAway = (credentialId: string | null, issuedAtMs: number) => {
  const holder = { userId: uuid(1), name: 'Ada', isGuest: false, role: 'control' as const };
  const place = {
    videoId: VIDEO_ID,
    screeningId: null,
    linkId: null,
    holdsLink: false,
    durationSeconds: null,
  };
  const credential = credentialId === null ? null : { id: credentialId, endsAtMs: fake.nowMs + DAY_MS };
  return findObstacle(
    fake.room,
    seatFor({ ...holder, ...place, credential, issuedAtMs }, fake.nowMs),
    issuedAtMs,
  );
};

test('R66 a session that ends closes its sockets, the same person’s others stay', () => {
  const [phone, again, laptop] = [enterBy(PHONE), enterBy(PHONE), enterBy(LAPTOP)];
  const nameless = fake.enter();
  expect(revokeFrom(fake.room, { credentialIds: [PHONE, uuid(99)] }, 'You have been signed out.')).toBe(2);
  const signedOut = { code: 4408, reason: 'You have been signed out.' };
  expect([phone, again, laptop, nameless].map(({ closed }) => closed)).toEqual([
    signedOut,
    signedOut,
    undefined,
    undefined,
  ]);
  expect(mayReconnect(4408)).toBe(true);
  fake.pass(1_000);
  expect(fake.room.crowd.total).toBe(2);
});

test('R66 a ticket that an ended session has asked for opens nothing, another of the same person does', () => {
  const issuedAtMs = fake.nowMs;
  fake.pass(500);
  revokeFrom(fake.room, { credentialIds: [PHONE] }, 'You have been signed out.');
  fake.pass(LIMITS.ticketMs - 500);
  fake.restart();
  expect(turnedAway(PHONE, issuedAtMs)).toMatchObject({ closeCode: 4408 });
  expect([turnedAway(LAPTOP, issuedAtMs), turnedAway(null, issuedAtMs)]).toEqual([undefined, undefined]);
});

test('R67 a seat past its time is told nothing more, and closed by what would have been told', () => {
  const late = enterBy(PHONE, fake.nowMs + 60_000);
  const other = enterBy(LAPTOP);
  fake.pass(59_000);
  other.do({ t: 'comment.post', content: 'in time' });
  fake.pass(1_000);
  expect(late.take('events')).toHaveLength(1);
  late.frames.length = 0;
  other.do({ t: 'comment.post', content: 'too late' });
  fake.pass(1_000);
  expect(late.frames).toEqual([{ t: 'bye', closeCode: 4408, message: 'Your session has run out.' }]);
  expect(late.closed).toEqual({ code: 4408, reason: 'Your session has run out.' });
  expect(fake.room.connections.find(late.id)).toBeUndefined();
  expect(other.take('presence').at(-1)).toMatchObject({ total: 1, gone: [late.id] });
});

test('R67 it is heard no more either, also by a room that has slept meanwhile', () => {
  const late = enterBy(PHONE, fake.nowMs + 60_000);
  fake.pass(60_000);
  fake.restart();
  late.frames.length = 0;
  late.say({ t: 'comment.post', id: uuid(5), content: 'me too' });
  expect(late.frames.map(({ t }) => t)).toEqual(['bye']);
  expect(late.closed).toMatchObject({ code: 4408 });
  late.say({ t: 'comment.post', id: uuid(6), content: 'me too' });
  expect(late.frames).toHaveLength(1);
  expect(fake.room.facts.commentCount).toBe(0);
});

test('R67 nobody’s silence is disturbed: the end of a seat sets no timer and no alarm', () => {
  enterBy(PHONE, fake.nowMs + 60_000);
  fake.pass(5_000);
  fake.alarmAtMs = null;
  fake.pass(60_000);
  expect(fake.alarmAtMs).toBeNull();
});
