import { beforeEach, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

const WORDS = 'x'.repeat(1_900);
let fake: FakeRoom;
let ada: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada' });
  bob = fake.enter({ userId: uuid(2), name: 'Bob' });
  fake.pass(10_000);
  ada.frames.length = bob.frames.length = bob.sizes.length = 0;
});

const bytesTo = (peer: FakePeer): number => peer.sizes.reduce((sum, size) => sum + size, 0);
/** Ada and others talk until so much has been said to Bob, or he is sent no more. */
function talkUntil(bytes: number): void {
  for (let n = 0; bytesTo(bob) < bytes && !bob.closed; n += 1) {
    if (n % 50 === 0) ada = fake.enter({ userId: uuid(100 + fake.peers.length), name: 'Ada' });
    ada.do({ t: 'comment.post', content: WORDS });
    fake.pass(1_000);
  }
}

test('R61 a quiet room sends no marks', () => {
  talkUntil(LIMITS.markEveryBytes - 8_000);
  expect(bob.marks).toEqual([]);
  expect(bob.reading.unreadBytes).toBeGreaterThan(bytesTo(bob));
});

test('R61 whoever answers its marks hears everything, at a mark for each 128 KiB', () => {
  talkUntil(1.5 * LIMITS.unreadCloseBytes);
  expect(bob.closed).toBeUndefined();
  expect(bob.reading.unreadBytes).toBeLessThan(LIMITS.markEveryBytes + LIMITS.frameOutBytes);
  expect(bob.marks).toHaveLength(11);
  expect(new Set(bob.marks).size).toBe(11);
});

test('R61 who reads no more loses first what is volatile, and gets it again when it reads on', () => {
  bob.isReading = false;
  talkUntil(LIMITS.unreadSkipBytes + 4_000);
  bob.frames.length = 0;
  ada.say({ t: 'presence.set', activity: 'away' });
  ada.do({ t: 'comment.post', content: 'kept' });
  fake.pass(1_000);
  expect(bob.frames.map((frame) => frame.t)).toEqual(['events']);
  const eve = fake.enter({ userId: uuid(3), name: 'Eve' });
  fake.leave(ada);
  fake.pass(1_000);
  eve.do({ t: 'comment.post', content: 'not told yet' });
  eve.do({ t: 'comment.post', content: 'nor this' });
  bob.frames.length = 0;
  bob.readOn();
  const [welcome] = bob.take('welcome');
  expect(welcome?.presence.people.map(({ name }) => name)).toContain('Eve');
  expect(welcome?.presence.people.map(({ connectionId }) => connectionId)).not.toContain(ada.id);
  expect(welcome?.history).toMatchObject({ kind: 'gap', events: [{ comment: { content: 'nor this' } }] });
  expect(bob.take('welcome')).toEqual([]);
});

test('R61 then its connection, and the others do not notice', () => {
  bob.isReading = false;
  const eve = fake.enter({ userId: uuid(3), name: 'Eve' });
  talkUntil(2 * LIMITS.unreadCloseBytes);
  expect(bob.closed).toEqual({ code: 4008, reason: 'Reading too slowly.' });
  expect(bytesTo(bob)).toBeLessThan(LIMITS.unreadCloseBytes + LIMITS.frameOutBytes);
  fake.pass(1_000);
  expect(fake.room.connections.find(bob.id)).toBeUndefined();
  expect(eve.take('presence').at(-1)?.gone).toEqual([bob.id]);
  const told = eve.take('events').flatMap(({ events }) => events);
  ada.do({ t: 'comment.post', content: 'and on' });
  expect(told.length).toBe(fake.room.facts.seq - 1);
  expect(eve.closed).toBeUndefined();
});

test('R61 one that only asks and never reads the answers goes, too', () => {
  bob.isReading = false;
  for (let n = 0; n < 3_000 && !bob.closed; n += 1) {
    fake.pass(1_000);
    bob.say({ t: 'hello', version: PROTOCOL_VERSION });
  }
  expect(bob.closed).toMatchObject({ code: 4008 });
});

test('R61 an answer to a mark costs nothing of the frames one may send', () => {
  bob.isReading = false;
  talkUntil(1.5 * LIMITS.markEveryBytes);
  for (let n = 0; n <= LIMITS.framesBurst; n += 1) bob.say({ t: 'presence.set', activity: 'away' });
  expect(bob.take('refuse')).toMatchObject([{ code: 'RATE_LIMITED' }]);
  bob.readOn();
  expect(bob.take('refuse')).toEqual([]);
  expect(bob.reading.unreadBytes).toBeLessThan(LIMITS.markEveryBytes);
});

test.each([
  ['that was never sent', () => 1],
  ['guessed by the one before', () => (bob.marks.at(-1) ?? 0) + 1],
  ['that is answered', () => bob.marks.at(-1) ?? 1],
])('R61 an answer to a mark %s is INVALID, and often said ends the connection', (_, make) => {
  talkUntil(2.5 * LIMITS.markEveryBytes);
  bob.say({ t: 'heard', n: make() });
  expect(bob.take('refuse')).toMatchObject([{ code: 'INVALID', message: expect.stringContaining('mark') }]);
  for (let n = 1; n < LIMITS.refusalsBeforeClose; n += 1) bob.say({ t: 'heard', n: 99 });
  expect(bob.closed).toMatchObject({ code: 4500 });
});

test('R61 an answer from before the room slept is let pass, and the next marks count', () => {
  bob.isReading = false;
  talkUntil(3.5 * LIMITS.markEveryBytes);
  const forgotten = bob.marks.at(-1);
  fake.restart();
  bob.frames.length = 0;
  bob.say({ t: 'heard', n: forgotten });
  expect(bob.take('refuse')).toEqual([]);
  bob.isReading = true;
  talkUntil(bytesTo(bob) + 2.5 * LIMITS.markEveryBytes);
  expect(bob.reading.unreadBytes).toBeLessThan(LIMITS.markEveryBytes);
  expect(bob.closed).toBeUndefined();
  bob.say({ t: 'heard', n: forgotten });
  expect(bob.take('refuse')).toMatchObject([{ code: 'INVALID' }]);
});
