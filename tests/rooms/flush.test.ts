import { beforeEach, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { findLogBounds } from '#rooms/storage/log.ts';
import { countParked } from '#rooms/storage/parked.ts';
import { FakeRoom, uuid, VIDEO_ID, type FakePeer } from './fake-room.ts';

const ADA = { userId: uuid(1), name: 'Ada', isGuest: false };
const sqlError = (code: string) => Object.assign(new Error('refused'), { code });
const HOUR_MS = 3_600_000;

let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter(ADA);
});

const post = (count: number): void => {
  for (let n = 0; n < count; n += 1) {
    fake.pass(1_000);
    ada.do({ t: 'comment.post', content: `words ${n}` });
  }
};

test('R40 one alarm, 250 ms after the first of many changes; at once for a screening', () => {
  ada.do({ t: 'comment.post', content: 'one' });
  const atMs = fake.nowMs + 250;
  expect(fake.alarmAtMs).toBe(atMs);
  fake.pass(100);
  ada.do({ t: 'comment.post', content: 'two' });
  expect(fake.alarmAtMs).toBe(atMs);
  ada.do({ t: 'screening.start', positionSeconds: 0, isPlaying: true });
  expect(fake.alarmAtMs).toBe(fake.nowMs);
});

test('R41 up to 500 events go in one request, changed things once and as they stand', async () => {
  ada.do({ t: 'comment.post', id: uuid(50), content: 'one' });
  ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'better' });
  ada.do({ t: 'like.set', isLiked: true });
  ada.do({ t: 'like.set', isLiked: false });
  await fake.alarm();
  expect(fake.postgres.batches).toMatchObject([
    {
      videoId: VIDEO_ID,
      epoch: 1,
      upToSeq: 4,
      comments: [{ seq: 1, comment: { id: uuid(50), content: 'better', version: 2 } }],
      likes: [{ userId: uuid(1), target: '', isLiked: false }],
    },
  ]);
  post(501);
  await fake.alarm();
  expect(fake.postgres.batches.map((batch) => batch.entries.length)).toEqual([4, 500, 1]);
  expect(fake.keeper.isDirty).toBe(false);
});

test('R42 what Postgres took without our hearing is sent again and changes nothing', async () => {
  post(2);
  const { write } = fake.postgres;
  fake.postgres.write = async (batch) => {
    await write.call(fake.postgres, batch);
    throw new Error('the answer was lost');
  };
  await fake.alarm();
  expect(fake.keeper.isDirty).toBe(true);
  fake.postgres.write = write;
  await fake.alarm();
  expect(fake.postgres.batches.map((batch) => batch.upToSeq)).toEqual([2, 2]);
  expect(fake.keeper.isDirty).toBe(false);
});

test('R43 the alarm backs off without end, tells clients, and does not hurry for new events', async () => {
  post(1);
  const delays: number[] = [];
  for (let failure = 0; failure < 12; failure += 1) {
    fake.postgres.failures.push(failure % 2 ? new Error('network') : sqlError('57P01'));
    await fake.alarm();
    delays.push((fake.alarmAtMs ?? 0) - fake.nowMs);
    const before = fake.alarmAtMs;
    ada.do({ t: 'like.set', isLiked: failure % 2 === 0 });
    expect(fake.alarmAtMs).toBe(before);
    fake.restart();
  }
  expect(delays).toEqual([500, 1_000, 2_000, 4_000, ...Array<number>(8).fill(8_000)]);
  expect(ada.take('persist')).toEqual([{ t: 'persist', persist: 'delayed' }]);
  expect(fake.enter(ADA).take('welcome')[0]?.persist).toBe('delayed');
  await fake.alarm();
  expect(ada.take('persist')).toEqual([{ t: 'persist', persist: 'ok' }]);
  expect(fake.keeper.isDirty).toBe(false);
});

test('R43 with nobody here the back-off goes on to a minute', async () => {
  post(1);
  fake.leave(ada);
  for (let failure = 0; failure < 12; failure += 1) {
    fake.postgres.failures.push(new Error('network'));
    await fake.alarm();
  }
  expect((fake.alarmAtMs ?? 0) - fake.nowMs).toBe(60_000);
});

test('R44 a lost alarm is set again when the room wakes', () => {
  post(1);
  fake.restart({ keepAlarm: false });
  expect(fake.alarmAtMs).toBe(fake.nowMs);
});

test('R44 a room with nothing to write sets none', async () => {
  post(1);
  await fake.alarm();
  fake.restart({ keepAlarm: false });
  expect(fake.alarmAtMs).toBeNull();
});

test('R45 one bad row is found and kept aside, all others pass', async () => {
  post(300);
  ada.do({ t: 'comment.post', id: uuid(50), content: 'the bad one' });
  post(300);
  fake.postgres.badCommentId = uuid(50);
  await fake.alarm();
  expect(countParked(fake.room.sql)).toBe(1);
  expect(new Set(fake.postgres.batches.flatMap((batch) => batch.comments.map((row) => row.seq))).size).toBe(
    600,
  );
  expect(fake.postgres.batches.length).toBeLessThan(30);
  expect(fake.keeper.isDirty).toBe(false);
});

test('R45 a video that is gone takes its room with it', async () => {
  post(1);
  fake.postgres.watermark = undefined;
  await fake.alarm();
  expect(ada.closed).toMatchObject({ code: 4503 });
  expect(fake.keeper.room).toBeUndefined();
  await expect(fake.keeper.open(VIDEO_ID)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each(['42501', '42P01', '28P01', '0A000'])(
  'R46 %s keeps everything and is tried each minute',
  async (code) => {
    post(1);
    fake.postgres.failures.push(sqlError(code));
    await fake.alarm();
    expect(fake.alarmAtMs).toBe(fake.nowMs + 60_000);
    await fake.alarm();
    expect(fake.postgres.batches).toHaveLength(1);
  },
);

test('R47 the log keeps the newest 300, whatever is unwritten, and a day of answers', async () => {
  const first = ada.do({ t: 'comment.post', id: uuid(50), content: 'first' });
  post(399);
  await fake.alarm();
  expect(findLogBounds(fake.room.sql)).toEqual({ first: 1, last: 400 });
  fake.pass(26 * HOUR_MS);
  ada.do({ t: 'like.set', isLiked: true });
  await fake.alarm();
  expect(findLogBounds(fake.room.sql)).toEqual({ first: 401 - LIMITS.gapEvents + 1, last: 401 });
  // A comment's id is never forgotten: it would be a second comment.
  expect(ada.do({ t: 'comment.post', id: uuid(50), content: 'first' })).toEqual(first);
});

test('R80 settling joins a write under way and adds what it missed; it never throws nor waits long', async () => {
  let open = (): void => {};
  fake.postgres.gate = new Promise((resolve) => (open = resolve));
  post(1);
  const alarm = fake.alarm();
  ada.do({ t: 'like.set', isLiked: true });
  const settled = fake.keeper.settle();
  fake.postgres.gate = undefined;
  open();
  await Promise.all([alarm, settled]);
  expect(fake.postgres.batches.map((batch) => batch.upToSeq)).toEqual([1, 2]);
  post(1);
  fake.postgres.failures.push(new Error('down'));
  await fake.keeper.settle();
  expect(fake.keeper.isDirty).toBe(true);
});

test('R44 an alarm the platform has lost while the room is awake is set again', () => {
  post(1);
  fake.alarmAtMs = null;
  fake.pass(5_000);
  post(1);
  expect(fake.alarmAtMs).toBeNull();
  fake.pass(10_000);
  post(1);
  expect(fake.alarmAtMs).toBe(fake.nowMs + 250);
});
