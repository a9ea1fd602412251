import { expect, test } from 'vitest';
import type { Welcome } from '#protocol/hello.ts';
import { LIMITS } from '#protocol/limits.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

const ADA = { userId: uuid(1), name: 'Ada' };

/** Ada posts, slowly enough. */
function post(fake: FakeRoom, ada: FakePeer, count: number, content = 'words'): void {
  for (let n = 0; n < count; n += 1) {
    fake.pass(1_000);
    ada.do({ t: 'comment.post', content });
  }
}

function resume(fake: FakeRoom, position: { epoch: number; seq: number }, who = ADA): Welcome {
  const peer = fake.connect(who);
  peer.say({ t: 'hello', version: PROTOCOL_VERSION, resume: position });
  const [welcome] = peer.take('welcome');
  if (!welcome) throw new Error('no welcome');
  return welcome;
}

test('R21 a gap is told whole, each thing once as it stands', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  ada.do({ t: 'comment.post', id: uuid(50), content: 'one' });
  const { epoch, seq } = fake.room.facts;
  ada.do({ t: 'comment.post', id: uuid(51), content: 'two' });
  ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'one, better' });
  ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'one, best' });
  ada.do({ t: 'like.set', isLiked: true });
  fake.restart();
  expect(resume(fake, { epoch, seq }).history).toMatchObject({
    kind: 'gap',
    events: [
      { kind: 'comment', seq: 2, comment: { content: 'two' } },
      { kind: 'comment', seq: 4, comment: { content: 'one, best', version: 3 } },
      { kind: 'like', seq: 5, like: { commentId: null, likeCount: 1 } },
    ],
  });
  expect(resume(fake, { epoch, seq: 5 }).history).toEqual({ kind: 'gap', events: [] });
});

test('R21 a gap of more than 300 events, of another epoch or of the future is a snapshot', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  post(fake, ada, LIMITS.gapEvents + 1, 'x');
  const { epoch, seq } = fake.room.facts;
  const kind = (position: { epoch: number; seq: number }) => resume(fake, position).history.kind;
  expect(kind({ epoch, seq: 0 })).toBe('snapshot');
  expect(kind({ epoch: epoch + 1, seq })).toBe('snapshot');
  expect(kind({ epoch, seq: seq + 1 })).toBe('snapshot');
  expect(kind({ epoch, seq: seq - 30 })).toBe('gap');
});

test('R21 a gap that does not fit a welcome is a snapshot, not part of a gap', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  post(fake, ada, 30, 'é'.repeat(2_000));
  expect(resume(fake, { epoch: 1, seq: 0 }).history).toMatchObject({ kind: 'snapshot', isTruncated: true });
});

test('R22 a welcome is at most 24 KiB: the newest comments first, one’s own screening, everyone in the end', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  post(fake, ada, 150, '“quoted” words '.repeat(20));
  for (let n = 0; n < LIMITS.screeningsPerRoom; n += 1) {
    fake.pass(1_000);
    ada.do({ t: 'screening.start', id: uuid(10_000 + n), positionSeconds: 0, isPlaying: false });
  }
  for (let n = 0; n < 48; n += 1)
    fake.enter({ userId: uuid(500 + n), name: `Viewer ${n} ${'é'.repeat(45)}` });
  fake.pass(1_000);
  const late = fake.enter({ userId: uuid(2), name: 'Bob' }, uuid(10_003));
  fake.pass(1_000);
  expect(late.frames[0]?.t).toBe('welcome');
  expect(late.sizes[0]).toBeLessThanOrEqual(LIMITS.welcomeBytes);
  expect(Math.max(...late.sizes)).toBeLessThanOrEqual(LIMITS.frameOutBytes);
  const [welcome] = late.take('welcome');
  if (welcome?.history.kind !== 'snapshot') throw new Error('expected a snapshot');
  const times = welcome.history.comments.map((comment) => comment.createdAt);
  expect(times).toEqual([...times].sort().reverse());
  expect(welcome.history).toMatchObject({ isTruncated: true });
  expect(times.length).toBeGreaterThan(10);
  expect(welcome.screenings.length).toBeGreaterThan(15);
  expect(welcome.screenings[0]?.id).toBe(uuid(10_003));
  const people = [...welcome.presence.people, ...late.take('presence').flatMap((frame) => frame.upserts)];
  expect(new Set(people.map((person) => person.connectionId)).size).toBe(50);
  expect(welcome.presence.total).toBe(50);
});

test('R22 it is the first frame, also for who comes in with a screening on their ticket', async () => {
  const fake = await FakeRoom.open();
  fake.enter(ADA).do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
  fake.pass(1_000);
  const bob = fake.enter({ userId: uuid(2), name: 'Bob' }, uuid(60));
  expect(bob.frames).toMatchObject([
    { t: 'welcome', seq: 1, screening: { id: uuid(60) }, screenings: [{ memberCount: 2 }] },
    { t: 'events', seq: 2, events: [{ kind: 'screening', screening: { memberCount: 2 } }] },
    { t: 'presence', total: 2 },
  ]);
});

test('R22 what all fits is whole, with what the receiver likes', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  ada.do({ t: 'comment.post', id: uuid(50), content: 'one' });
  ada.do({ t: 'like.set', commentId: uuid(50), isLiked: true });
  const [welcome] = fake.enter(ADA).take('welcome');
  expect(welcome).toMatchObject({
    history: { kind: 'snapshot', isTruncated: false, comments: [{ id: uuid(50), likeCount: 1 }] },
    likedCommentIds: [uuid(50)],
    video: { commentCount: 1 },
    you: { userId: uuid(1), name: 'Ada', role: 'control' },
  });
});
