import { beforeEach, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { revokeFrom } from '#rooms/revocation.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada' });
  fake.pass(10_000);
  ada.frames.length = 0;
});

test('R2 hello comes first', () => {
  const peer = fake.connect();
  peer.say({ t: 'like.set', id: uuid(5), isLiked: true });
  expect(peer.take('refuse')).toMatchObject([{ id: uuid(5), code: 'INVALID', message: 'Say hello first.' }]);
  ada.do({ t: 'comment.post', content: 'not for you yet' });
  expect(peer.frames).toEqual([]);
});

test('R2 another version is told to reload', () => {
  const peer = fake.connect();
  peer.say({ t: 'hello', version: PROTOCOL_VERSION + 1 });
  expect(peer.take('bye')).toMatchObject([{ closeCode: 4500, message: expect.stringContaining('Reload') }]);
  expect(peer.closed).toMatchObject({ code: 4500 });
});

const op = { t: 'comment.post', id: uuid(5), content: 'x' };
test.each([
  ['binary', new ArrayBuffer(8), 'INVALID', null],
  ['not JSON', '{"t":', 'INVALID', null],
  ['not an object', '42', 'INVALID', null],
  ['null', 'null', 'INVALID', null],
  ['unknown', JSON.stringify({ t: 'launch', id: uuid(5) }), 'INVALID', uuid(5)],
  ['incomplete', JSON.stringify({ t: 'comment.post', id: uuid(5) }), 'INVALID', uuid(5)],
  ['no id of ours', JSON.stringify({ ...op, id: 'x'.repeat(100) }), 'INVALID', null],
  ['another UUID', JSON.stringify({ ...op, id: crypto.randomUUID() }), 'INVALID', expect.any(String)],
  ['2,001 characters', JSON.stringify({ ...op, content: 'x'.repeat(2_001) }), 'INVALID', uuid(5)],
  ['blank', JSON.stringify({ ...op, content: ' \n ' }), 'INVALID', uuid(5)],
  [
    'NaN',
    '{"t":"playback.seek","id":"0198a000-0000-7000-8000-000000000005","positionSeconds":NaN}',
    'INVALID',
    null,
  ],
  ['negative', JSON.stringify({ t: 'playback.seek', id: uuid(5), positionSeconds: -1 }), 'INVALID', uuid(5)],
  ['huge', JSON.stringify({ ...op, content: 'x'.repeat(17_000) }), 'TOO_LARGE', null],
  ['huge in bytes', JSON.stringify({ ...op, content: '漢'.repeat(6_000) }), 'TOO_LARGE', null],
  ['deep', '['.repeat(8_000), 'INVALID', null],
  ['a prototype', '{"__proto__":{"t":"hello"},"t":"constructor"}', 'INVALID', null],
])('R3 a frame that is %s is refused in words, and the connection stays', (_, data, code, id) => {
  ada.sayRaw(data);
  expect(ada.frames).toEqual([
    { t: 'refuse', id, code, message: expect.stringMatching(/\w{3,}.*[.a-z\]>0-9]/), retryAfterMs: null },
  ]);
  expect(ada.closed).toBeUndefined();
  fake.pass(1_000);
  expect(ada.do({ t: 'comment.post', content: 'fine' }).t).toBe('ack');
});

test('R4 fifty refusals in a row end the connection, one accepted frame forgives', () => {
  const nonsense = (times: number) => {
    for (let n = 0; n < times; n += 1) {
      fake.pass(1_000);
      ada.sayRaw('?');
    }
  };
  nonsense(LIMITS.refusalsBeforeClose - 1);
  ada.say({ t: 'presence.set', activity: 'away' });
  nonsense(LIMITS.refusalsBeforeClose - 1);
  expect(ada.closed).toBeUndefined();
  nonsense(1);
  expect(ada.closed).toMatchObject({ code: 4500 });
  expect(fake.room.connections.find(ada.id)).toBeUndefined();
});

test('R4 haste ends with 4429', () => {
  for (let n = 0; n < LIMITS.framesBurst + LIMITS.refusalsBeforeClose; n += 1)
    ada.say({ t: 'presence.set', activity: 'away' });
  expect(ada.closed).toMatchObject({ code: 4429 });
});

test('R60 sixty frames at once, then twenty a second', () => {
  const like = () => ada.ask({ t: 'like.set', isLiked: true });
  for (let n = 0; n < LIMITS.framesBurst; n += 1) expect(like().t).toBe('ack');
  expect(like()).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 50 });
  fake.pass(1_000);
  for (let n = 0; n < LIMITS.framesPerSecond; n += 1) expect(like().t).toBe('ack');
  expect(like()).toMatchObject({ code: 'RATE_LIMITED' });
});

test('R60 sixty comments a minute, on whatever sockets', () => {
  const sockets = [ada, fake.enter({ userId: uuid(1), name: 'Ada' })];
  for (let n = 0; n < LIMITS.commentsPerMinute; n += 1)
    sockets[n % 2]?.do({ t: 'comment.post', content: `${n}` });
  expect(sockets[1]?.ask({ t: 'comment.post', content: 'more' })).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfterMs: 1_000,
  });
  fake.pass(1_000);
  expect(ada.ask({ t: 'comment.post', content: 'more' }).t).toBe('ack');
});

test('R63 one person does so much, on however many sockets, and a repeat costs nothing', () => {
  const sockets = [ada, ...Array.from({ length: 3 }, () => fake.enter({ userId: uuid(1), name: 'Ada' }))];
  fake.pass(10_000);
  const likes = (count: number) =>
    Array.from({ length: count }, (_, n) => sockets[n % 4]?.ask({ t: 'like.set', isLiked: true }));
  const first = likes(LIMITS.opsBurst);
  expect(first.filter((answer) => answer?.t === 'refuse')).toEqual([]);
  expect(likes(1)).toMatchObject([{ code: 'RATE_LIMITED', retryAfterMs: 25 }]);
  expect(ada.do({ t: 'like.set', isLiked: true, id: first[0]?.id ?? '' }).t).toBe('ack');
  expect(fake.enter({ userId: uuid(2), name: 'Bob' }).do({ t: 'like.set', isLiked: true }).t).toBe('ack');
  fake.pass(1_000);
  expect(likes(LIMITS.opsPerSecond + 1).map((answer) => answer?.t)).toEqual([
    ...Array.from({ length: LIMITS.opsPerSecond }, () => 'ack'),
    'refuse',
  ]);
});

test('R63 without a name each connection has a budget of its own, and a small one', () => {
  ada.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
  const [some, other] = [fake.enter({}, uuid(60)), fake.enter({}, uuid(60))];
  const steer = (peer: FakePeer | undefined, count: number) =>
    Array.from({ length: count }, () => peer?.ask({ t: 'playback.seek', positionSeconds: 1 }));
  expect(steer(some, LIMITS.namelessOpsBurst).filter((answer) => answer?.t === 'refuse')).toEqual([]);
  expect(steer(some, 1)).toMatchObject([{ code: 'RATE_LIMITED', retryAfterMs: 200 }]);
  expect(steer(other, 1)).toMatchObject([{ t: 'ack' }]);
  fake.pass(200);
  expect(steer(some, 1)).toMatchObject([{ t: 'ack' }]);
});

test('R60 a room that has slept is not more generous than one that was awake', () => {
  const post = (peer: FakePeer | undefined) => peer?.ask({ t: 'comment.post', content: 'more' });
  const accepted = (count: number) =>
    Array.from({ length: count }, () => {
      fake.pass(50);
      return post(ada);
    }).filter((answer) => answer?.t === 'ack').length;
  expect(accepted(80)).toBe(LIMITS.commentsPerMinute + 3);
  fake.pass(10_000);
  fake.restart();
  expect(accepted(80)).toBe(10 + 4);
  fake.pass(60_000);
  fake.restart();
  expect(accepted(80)).toBe(LIMITS.commentsPerMinute + 3);
});

test('R62 revoking closes the sockets meant, and no other', () => {
  const again = fake.enter({ userId: uuid(1), name: 'Ada' });
  const bob = fake.enter({ userId: uuid(2), name: 'Bob' });
  expect(revokeFrom(fake.room, { userId: uuid(1) }, 'Your access has ended.')).toBe(2);
  expect([ada.closed?.code, again.closed?.code, bob.closed]).toEqual([4503, 4503, undefined]);
  bob.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
  expect(revokeFrom(fake.room, { screeningId: uuid(61) }, 'x')).toBe(0);
  expect(revokeFrom(fake.room, { everyone: true }, 'Gone.')).toBe(1);
  expect(fake.room.crowd.total).toBe(0);
});

test('R62 whoever lacks a right goes, and who has it stays', () => {
  const author = fake.enter({ userId: uuid(3), name: 'Author', role: 'manage' });
  expect(revokeFrom(fake.room, { whoMayNot: 'video.edit' }, 'Private now.')).toBe(1);
  expect([ada.closed?.code, author.closed]).toEqual([4503, undefined]);
});
