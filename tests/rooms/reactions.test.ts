import { beforeEach, expect, test } from 'vitest';
import type { Emoji } from '#protocol/reaction.ts';
import { LIMITS } from '#protocol/limits.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { FakeRoom, uuid, VIDEO_ID, type FakePeer } from './fake-room.ts';

let fake: FakeRoom;
let ada: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada' });
  bob = fake.enter({ userId: uuid(2), name: 'Bob' });
});

const react = (peer: FakePeer, positionSeconds = 7.9, emoji: Emoji = '🎉', id?: string) =>
  peer.ask({ t: 'reaction.post', emoji, positionSeconds, ...(id && { id }) });
const counted = (second: number, emoji: Emoji, count: number) => ({
  t: 'ack',
  result: { kind: 'reaction', reaction: { second, emoji, count } },
});

test('R14 reacting asks for a name first, then for the role', () => {
  expect(react(fake.enter())).toMatchObject({
    code: 'UNAUTHENTICATED',
    message: expect.stringContaining('name'),
  });
  const watcher = fake.enter({ userId: uuid(3), name: 'Wes', role: 'view' });
  expect(react(watcher)).toMatchObject({ code: 'FORBIDDEN' });
});

test('R92 each counts once, for its emoji in its second, through a restart', () => {
  expect(react(ada)).toMatchObject(counted(7, '🎉', 1));
  expect(react(ada, 7)).toMatchObject(counted(7, '🎉', 2));
  expect(react(bob, 7, '❤️')).toMatchObject(counted(7, '❤️', 1));
  expect(react(bob, 8)).toMatchObject(counted(8, '🎉', 1));
  const again = react(ada, 7, '🎉', uuid(60));
  fake.restart();
  expect(react(ada, 7, '🎉', uuid(60))).toEqual(again);
  expect(react(bob, 7)).toMatchObject(counted(7, '🎉', 4));
});

test('R92 it lies within the video, the end in its last second', () => {
  expect(react(ada, 60.2)).toMatchObject(counted(59, '🎉', 1));
  expect(react(ada, 61)).toMatchObject({ code: 'INVALID', message: 'The video ends at 1:00.' });
  expect(react(ada, -1)).toMatchObject({ code: 'INVALID' });
  expect(ada.ask({ t: 'reaction.post', emoji: '🦄' as Emoji, positionSeconds: 1 })).toMatchObject({
    code: 'INVALID',
  });
});

test('R92 120 at once and 120 a minute, on whatever sockets', () => {
  const other = fake.enter({ userId: uuid(1), name: 'Ada' });
  const answers = Array.from({ length: 601 }, (_, n) => {
    fake.pass(100);
    return react(n % 2 ? ada : other);
  });
  const refused = answers.filter((answer) => answer.t === 'refuse');
  expect(answers.length - refused.length).toBe(2 * LIMITS.reactionsPerMinute);
  expect(refused[0]).toMatchObject({
    code: 'RATE_LIMITED',
    message: 'Too many reactions in a minute.',
    retryAfterMs: expect.any(Number),
  });
  expect(react(bob)).toMatchObject({ t: 'ack' });
});

test('R92 it is 120 a minute, however often the room sleeps meanwhile', () => {
  let accepted = 0;
  for (let n = 0; n < 3 * 120; n += 1) {
    if (n % 120 === 0) fake.restart();
    if (react(ada).t === 'ack') accepted += 1;
    fake.pass(n % 120 === 119 ? 10_000 : 50);
  }
  expect(accepted).toBeLessThanOrEqual(LIMITS.reactionsPerMinute + 2 * 48);
});

test('R93 of those told in one tick the newest of each', () => {
  fake.pass(1_000);
  for (const peer of [ada, bob]) peer.take('events');
  for (const emoji of ['🎉', '🎉', '🔥', '🎉'] as const) react(ada, 7, emoji);
  fake.pass(100);
  expect(bob.take('events').flatMap(({ events }) => events)).toEqual([
    { kind: 'reaction', seq: 1, reaction: { second: 7, emoji: '🎉', count: 1 } },
    { kind: 'reaction', seq: 3, reaction: { second: 7, emoji: '🔥', count: 1 } },
    { kind: 'reaction', seq: 4, reaction: { second: 7, emoji: '🎉', count: 3 } },
  ]);
});

test('R93 of those in one gap, too: a storm of one emoji is one event', () => {
  for (let n = 0; n < 350; n += 1) {
    fake.pass(600);
    react(ada, 7);
  }
  react(bob, 9, '🔥');
  const back = fake.connect({ userId: uuid(3), name: 'Cy' });
  back.say({ t: 'hello', version: PROTOCOL_VERSION, resume: { epoch: 1, seq: 0 } });
  expect(back.take('welcome')[0]?.history).toMatchObject({
    kind: 'gap',
    events: [
      { seq: 350, reaction: { second: 7, count: 350 } },
      { seq: 351, reaction: { second: 9, count: 1 } },
    ],
  });
});

test('R96 a reaction writes three rows', () => {
  const before = fake.rowsWritten;
  react(ada);
  react(ada);
  expect(fake.rowsWritten - before).toBe(6);
});

test('R93 Postgres hears each count once, absolute', async () => {
  for (const second of [7, 7, 9]) react(ada, second);
  await fake.alarm();
  expect(fake.postgres.batches.map(({ reactions }) => reactions)).toEqual([
    [
      { second: 7, emoji: '🎉', count: 2 },
      { second: 9, emoji: '🎉', count: 1 },
    ],
  ]);
});

test('R93 a room that begins anew, or is mended, takes in the greater counts', async () => {
  fake.postgres.known = { reactions: [{ second: 7, counts: { '🎉': 3, '🔥': 2 } }] };
  for (let n = 0; n < 5; n += 1) react(ada, 7);
  fake.postgres.watermark = { epoch: 1, flushedSeq: 40, durationSeconds: 60 };
  await fake.alarm();
  expect(fake.room.facts.epoch).toBe(2);
  ada = fake.enter({ userId: uuid(1), name: 'Ada' });
  expect(react(ada, 7)).toMatchObject(counted(7, '🎉', 6));
  expect(react(ada, 7, '🔥')).toMatchObject(counted(7, '🔥', 3));
  const anew = new FakeRoom();
  anew.postgres.known = fake.postgres.known;
  await anew.keeper.open(VIDEO_ID);
  expect(react(anew.enter({ userId: uuid(1), name: 'Ada' }), 7)).toMatchObject(counted(7, '🎉', 4));
});
