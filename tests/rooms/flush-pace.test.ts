import { beforeEach, expect, test } from 'vitest';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

let fake: FakeRoom;
let ada: FakePeer;
let letGo: () => void;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada', isGuest: false });
  fake.postgres.gate = new Promise((resolve) => (letGo = resolve));
});

const say = (content: string) => ada.do({ t: 'comment.post', content });
const written = () =>
  fake.postgres.batches.map(({ comments }) => comments.map(({ comment }) => comment.content));

test('R41 what is said while a batch is on its way goes together, a quarter of a second later', async () => {
  say('one');
  const flushing = fake.alarm();
  say('two');
  say('three');
  expect(fake.alarmAtMs).toBe(fake.nowMs + 250);
  letGo();
  await flushing;
  expect(written()).toEqual([['one']]);
  await fake.alarm();
  expect(written()).toEqual([['one'], ['two', 'three']]);
  expect(fake.keeper.isDirty).toBe(false);
});

test('R44 an alarm that comes while a batch is on its way leaves nothing behind without one', async () => {
  say('one');
  const flushing = fake.alarm();
  say('two');
  const second = fake.alarm();
  letGo();
  await Promise.all([flushing, second]);
  expect(written()).toEqual([['one']]);
  await fake.alarm();
  expect(written()).toEqual([['one'], ['two']]);
});

test('R80 who settles while a batch is on its way finds in Postgres what was said before', async () => {
  say('one');
  const flushing = fake.alarm();
  say('two');
  const settling = fake.keeper.settle();
  letGo();
  await Promise.all([flushing, settling]);
  expect(written()).toEqual([['one'], ['two']]);
});
