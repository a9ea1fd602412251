import { beforeEach, expect, test } from 'vitest';
import { liveOf } from '#rooms/live.ts';
import { listParkedRows, retryParked } from '#rooms/parked.ts';
import { requeue } from '#rooms/requeue.ts';
import { FakeRoom, uuid, VIDEO_ID, type FakePeer } from './fake-room.ts';

const ADA = { userId: uuid(1), name: 'Ada' };
const BAD = uuid(50);

let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter(ADA);
  ada.do({ t: 'comment.post', content: 'good' });
  ada.do({ t: 'comment.post', id: BAD, content: 'the bad one' });
  fake.postgres.badCommentId = BAD;
  await fake.alarm();
});

const list = () => listParkedRows(fake.room, { afterSeq: 0, limit: 10 });
const retry = (seq: number) => retryParked(fake.keeper, VIDEO_ID, seq);
const parked = (change: object = {}) => ({
  seq: 2,
  kind: 'comment.post',
  entityId: BAD,
  reason: '23514 check violated',
  parkedAtMs: fake.nowMs,
  ...change,
});

test('R48 a parked row is listed with its reason and counted among the live facts', () => {
  expect(list()).toEqual([parked()]);
  expect(liveOf(fake.room)).toMatchObject({ parkedRows: 1, unflushedEvents: 0, commentCount: 2 });
  expect(listParkedRows(fake.room, { afterSeq: 2, limit: 10 })).toEqual([]);
});

test('R48 tried in vain it stays, once, with the reason of that try', async () => {
  const before = list();
  for (let n = 0; n < 3; n += 1) {
    expect(await retry(2)).toEqual({ state: 'parked', reason: '23514 check violated' });
    fake.restart();
  }
  expect(list()).toEqual(before);
  expect(fake.keeper.isDirty).toBe(false);
});

test('R48 taken it leaves the list, and asking again says the same', async () => {
  fake.postgres.badCommentId = undefined;
  const written = { state: 'written', reason: null };
  expect([await retry(2), await retry(2)]).toEqual([written, written]);
  expect(list()).toEqual([]);
  expect(fake.postgres.batches.at(-1)?.comments).toMatchObject([{ seq: 2, comment: { id: BAD } }]);
  fake.restart();
  expect(liveOf(fake.room)).toMatchObject({ commentCount: 2, parkedRows: 0 });
});

test('R48 while Postgres is away it waits its turn, queued once', async () => {
  fake.postgres.badCommentId = undefined;
  fake.postgres.failures.push(new Error('away'), new Error('away'), new Error('away'));
  expect(await retry(2)).toMatchObject({ state: 'waiting', reason: expect.stringMatching(/\w/) });
  expect(await retry(2)).toMatchObject({ state: 'waiting' });
  expect(liveOf(fake.room)).toMatchObject({ unflushedEvents: 1, parkedRows: 1, persist: 'delayed' });
  fake.restart();
  while (fake.keeper.isDirty) await fake.alarm();
  expect(list()).toEqual([]);
});

test('R48 a change of the thing tries it too: parked once, gone when taken', async () => {
  ada.do({ t: 'comment.edit', commentId: BAD, content: 'still bad' });
  await fake.alarm();
  expect(list()).toHaveLength(1);
  fake.postgres.badCommentId = undefined;
  ada.do({ t: 'comment.edit', commentId: BAD, content: 'good at last' });
  await fake.alarm();
  expect(list()).toEqual([]);
});

test('R48 what was never parked is not there', async () => {
  await expect(retry(99)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  fake.postgres.badCommentId = undefined;
  fake.postgres.watermark = undefined;
  await expect(retry(2)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('R48 things queued again tell nobody and count nothing', async () => {
  fake.pass(1_000);
  ada.frames.length = 0;
  expect(
    requeue(fake.room, [
      { kind: 'comment.post', entityId: BAD, userId: uuid(1) },
      { kind: 'like', entityId: '', userId: uuid(1) },
    ]),
  ).toBe(2);
  fake.pass(1_000);
  expect(ada.frames).toEqual([]);
  await fake.alarm();
  fake.restart();
  expect(fake.room.facts).toMatchObject({ seq: 4, commentCount: 2 });
});
