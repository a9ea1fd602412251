import { beforeEach, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { saidAtMs } from '#rooms/state/said.ts';
import { FakeRoom, uuid, VIDEO_ID, type FakePeer } from './fake-room.ts';

const ADA = { userId: uuid(1), name: 'Ada', role: 'view' } as const;

let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter(ADA);
});

/** An op id made at this moment. */
const madeAt = (ms: number) => {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${fake.newId().slice(14)}`;
};
const keep = (positionSeconds: number, isCompleted = false, peer = ada, id = madeAt(fake.nowMs)) =>
  peer.ask({ t: 'progress.set', positionSeconds, isCompleted, id });
const welcomed = (identity = ADA) => fake.enter(identity).take('welcome')[0]?.you.progress;

test('R94 it is kept for whoever has a name, whatever they may, through a restart', () => {
  expect(welcomed()).toBeNull();
  expect(keep(12.34567)).toMatchObject({
    result: { kind: 'progress', progress: { positionSeconds: 12.346, isCompleted: false } },
  });
  fake.restart();
  expect(welcomed()).toEqual({ positionSeconds: 12.346, isCompleted: false });
  expect(fake.enter({ ...ADA, userId: uuid(2) }).take('welcome')[0]?.you.progress).toBeNull();
  const nobody = fake.enter();
  expect(nobody.take('welcome')[0]?.you.progress).toBeNull();
  expect(keep(1, false, nobody)).toMatchObject({
    code: 'UNAUTHENTICATED',
    message: expect.stringContaining('name'),
  });
});

test('R94 a position is held to the video', () => {
  expect(keep(90, true)).toMatchObject({
    result: { progress: { positionSeconds: 60, isCompleted: true } },
  });
});

test('R94 nobody else is told, and it takes no room in a gap', () => {
  const bob = fake.enter({ userId: uuid(2), name: 'Bob' });
  fake.pass(1_000);
  bob.take('events');
  for (let n = 0; n < 400; n += 1) {
    fake.pass(100);
    const peer = fake.enter({ userId: uuid(5_000 + n), name: 'Viewer' });
    keep(n / 10, false, peer);
    fake.leave(peer);
  }
  bob.do({ t: 'comment.post', content: 'hi' });
  fake.pass(1_000);
  expect(bob.take('events').flatMap(({ events }) => events)).toMatchObject([{ kind: 'comment', seq: 401 }]);
  const back = fake.connect(ADA);
  back.say({ t: 'hello', version: PROTOCOL_VERSION, resume: { epoch: 1, seq: 0 } });
  expect(back.take('welcome')[0]?.history).toMatchObject({ kind: 'gap', events: [{ seq: 401 }] });
});

test('R95 the latest word stands, also that somebody begins anew', async () => {
  keep(60, true);
  fake.pass(1_000);
  keep(0);
  expect(welcomed()).toEqual({ positionSeconds: 0, isCompleted: false });
  const atMs = fake.nowMs;
  await fake.alarm();
  expect(fake.postgres.batches).toMatchObject([
    { progress: [{ userId: uuid(1), positionSeconds: 0, isCompleted: false, atMs }] },
  ]);
  expect(fake.postgres.batches[0]?.progress).toHaveLength(1);
});

test('R95 a word said earlier that comes later is none, here and in Postgres', async () => {
  const morning = madeAt(fake.nowMs);
  fake.pass(3_600_000);
  const noonMs = fake.nowMs;
  keep(40, true);
  fake.pass(3_600_000);
  const stands = { positionSeconds: 40, isCompleted: true };
  expect(keep(5, false, ada, morning)).toMatchObject({ t: 'ack', result: { progress: stands } });
  expect(welcomed()).toEqual(stands);
  await fake.alarm();
  expect(fake.postgres.batches.flatMap(({ progress }) => progress)).toMatchObject([
    { ...stands, atMs: noonMs },
  ]);
});

test('R95 nobody speaks from the future', () => {
  keep(40, false, ada, madeAt(fake.nowMs + 86_400_000));
  fake.pass(1_000);
  keep(41);
  expect(welcomed()).toMatchObject({ positionSeconds: 41 });
  expect(saidAtMs('0198a000-0000-7000-8000-000000000001', Number.MAX_VALUE)).toBe(0x0198_a000_0000);
  expect(saidAtMs('0198a000-0000-7000-8000-000000000001', 7)).toBe(7);
});

test('R95 a room that begins anew knows of who watched last; what it has itself and is newer stays', async () => {
  const known = { userId: uuid(1), positionSeconds: 30, isCompleted: false, atMs: 5 };
  const anew = new FakeRoom();
  anew.postgres.known = { progress: [known] };
  await anew.keeper.open(VIDEO_ID);
  expect(anew.enter(ADA).take('welcome')[0]?.you.progress).toEqual({
    positionSeconds: 30,
    isCompleted: false,
  });
  keep(12);
  fake.postgres.known = { progress: [known, { ...known, userId: uuid(2), positionSeconds: 31 }] };
  fake.postgres.watermark = { epoch: 1, flushedSeq: 40, durationSeconds: 60 };
  await fake.alarm();
  expect(welcomed()).toMatchObject({ positionSeconds: 12 });
  expect(fake.enter({ userId: uuid(2), name: 'Bob' }).take('welcome')[0]?.you.progress).toMatchObject({
    positionSeconds: 31,
  });
});

test('R96 it writes three rows', () => {
  const before = fake.rowsWritten;
  keep(1);
  keep(2);
  expect(fake.rowsWritten - before).toBe(6);
});
