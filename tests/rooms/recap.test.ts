import { beforeEach, expect, test } from 'vitest';
import type { Recap } from '#protocol/recap.ts';
import { findLiveRecap } from '#rooms/live.ts';
import { FakeRoom, uuid, VIDEO_ID, type FakePeer } from './fake-room.ts';

const SCREENING = uuid(60);
let fake: FakeRoom;
let host: FakePeer;
let bob: FakePeer;
let startMs: number;
beforeEach(async () => {
  fake = await FakeRoom.open();
  startMs = fake.nowMs;
  host = fake.enter({ userId: uuid(1), name: 'Ada' });
  host.do({ t: 'comment.post', content: 'before' });
  fake.pass(1_000);
  const start = { t: 'screening.start', id: SCREENING, positionSeconds: 5, isPlaying: true } as const;
  host.do({ ...start, stallPolicy: 'wait' });
  fake.pass(1_000);
  bob = fake.enter({ userId: uuid(2), name: 'Bob' }, SCREENING);
});

const end = () => host.do({ t: 'screening.end', screeningId: SCREENING });
const recap = (): Recap => {
  const left = findLiveRecap(fake.room, SCREENING)?.recap;
  if (!left) throw new Error('It has left no recap.');
  return left;
};

test('R110 an end leaves who was there, what was said and what was played', () => {
  fake.enter({ name: 'Nameless' }, SCREENING);
  const said = bob.do({ t: 'comment.post', content: 'while it went' });
  const taken = bob.do({ t: 'comment.post', content: 'taken back' });
  bob.do({ t: 'comment.delete', commentId: taken.id });
  fake.pass(1_000);
  bob.do({ t: 'playback.pause', positionSeconds: 7.1 });
  fake.leave(bob);
  fake.pass(1_000);
  expect(findLiveRecap(fake.room, SCREENING)).toEqual({ isEnded: false, recap: null });
  end();
  host.do({ t: 'comment.post', content: 'after' });
  fake.restart();
  expect(recap()).toEqual({
    screeningId: SCREENING,
    hostName: 'Ada',
    startedAtMs: startMs + 1_000,
    endedAtMs: startMs + 4_000,
    attendeeCount: 3,
    attendees: [
      { userId: uuid(1), name: 'Ada', joinedAtMs: startMs + 1_000, leftAtMs: startMs + 4_000 },
      { userId: uuid(2), name: 'Bob', joinedAtMs: startMs + 2_000, leftAtMs: startMs + 3_000 },
    ],
    commentCount: 1,
    commentIds: [said.id],
    timeline: [
      { atMs: startMs + 1_150, isPlaying: true, positionSeconds: 5, rate: 1, byName: 'Ada' },
      { atMs: startMs + 3_000, isPlaying: false, positionSeconds: 7.1, rate: 1, byName: 'Bob' },
    ],
    isTimelineTruncated: false,
  });
});

test('R110 who leaves on one connection and stays on another has not left', () => {
  fake.enter({ userId: uuid(2), name: 'Bob' }, SCREENING);
  fake.pass(1_000);
  bob.do({ t: 'screening.leave' });
  fake.pass(1_000);
  end();
  expect(recap().attendees).toMatchObject([{ name: 'Ada' }, { name: 'Bob', leftAtMs: startMs + 4_000 }]);
});

test('R110 it goes to Postgres with the end', async () => {
  end();
  await fake.alarm();
  expect(fake.postgres.batches.at(-1)?.screenings).toMatchObject([{ recap: recap() }]);
});

test('R110 one that makes way leaves its recap, too', () => {
  fake.leave(bob);
  host.do({ t: 'screening.leave' });
  for (let n = 0; n < 99; n += 1) {
    fake.pass(1_000);
    host.do({ t: 'screening.start', id: uuid(10_000 + n), positionSeconds: 0, isPlaying: false });
  }
  fake.pass(25 * 3_600_000);
  host.do({ t: 'screening.start', positionSeconds: 0, isPlaying: false });
  expect(recap()).toMatchObject({ attendeeCount: 2, timeline: [{ positionSeconds: 5 }] });
});

test('R111 a hold is a stop and a start, however it ended', () => {
  bob.say({ t: 'stall', isStalled: false, revision: 1 });
  fake.pass(150);
  bob.say({ t: 'stall', isStalled: true, revision: 1 });
  fake.pass(4_000);
  bob.say({ t: 'stall', isStalled: false, revision: 2 });
  fake.pass(1_000);
  bob.say({ t: 'stall', isStalled: true, revision: 3 });
  fake.pass(20_000);
  end();
  const heldAtMs = startMs + 2_150;
  expect(
    recap().timeline.map((entry) => [entry.atMs - heldAtMs, entry.isPlaying, entry.positionSeconds]),
  ).toEqual([
    [-1_000, true, 5],
    [0, false, 6],
    [4_150, true, 6],
    [5_000, false, 6.85],
    [15_000, true, 6.85],
  ]);
});

test('R111 its beginning is missed when the log no longer reaches to it', async () => {
  for (let n = 0; n < 400; n += 1) {
    fake.pass(1_000);
    host.do({ t: 'like.set', isLiked: n % 2 === 0 });
  }
  fake.pass(26 * 3_600_000);
  host.do({ t: 'playback.pause', positionSeconds: 9 });
  await fake.alarm();
  end();
  expect(recap()).toMatchObject({ isTimelineTruncated: true, timeline: [{ positionSeconds: 9 }] });
});

test('R111 a hold stays in it when the screening is changed after it was in vain', () => {
  bob.say({ t: 'stall', isStalled: false, revision: 1 });
  fake.pass(150);
  bob.say({ t: 'stall', isStalled: true, revision: 1 });
  fake.pass(20_000);
  bob.say({ t: 'stall', isStalled: false, revision: 2 });
  host.do({ t: 'screening.set', screeningId: SCREENING, controlMode: 'presenter' });
  end();
  expect(recap().timeline.map(({ isPlaying, positionSeconds }) => [isPlaying, positionSeconds])).toEqual([
    [true, 5],
    [false, 6],
    [true, 6],
  ]);
});

test('R110 after the loss of all storage, too, who was there before, and since when', async () => {
  const anew = new FakeRoom();
  const hosted = { id: SCREENING, shortId: 'abcdefghijk', hostId: uuid(1), hostName: 'Ada' };
  const steered = { controlMode: 'anyone', stallPolicy: 'go_on' } as const;
  const ada = { userId: uuid(1), name: 'Ada', joinedAtMs: startMs, leftAtMs: null };
  const cy = { userId: uuid(3), name: 'Cy', joinedAtMs: startMs + 1, leftAtMs: startMs + 2 };
  anew.postgres.known = {
    screenings: [{ ...hosted, ...steered, startedAtMs: startMs, endedAtMs: null }],
    attendees: [ada, cy].map((who) => ({ ...who, screeningId: SCREENING })),
  };
  await anew.keeper.open(VIDEO_ID);
  anew.pass(9_000);
  const back = anew.enter({ userId: uuid(1), name: 'Ada' }, SCREENING);
  back.do({ t: 'screening.end', screeningId: SCREENING });
  expect(findLiveRecap(anew.room, SCREENING)?.recap).toMatchObject({
    attendeeCount: 2,
    attendees: [{ ...ada, leftAtMs: anew.nowMs }, cy],
  });
});
