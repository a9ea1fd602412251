import { beforeEach, expect, test } from 'vitest';
import type { Ack, Refuse } from '#protocol/ack.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

let fake: FakeRoom;
let ada: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada', role: 'comment' });
  bob = fake.enter({ userId: uuid(2), name: 'Bob', role: 'control' });
  ada.do({ t: 'comment.post', id: uuid(50), content: 'Too loud here.' });
});

const set = (peer: FakePeer, isResolved: boolean, commentId = uuid(50)) =>
  peer.ask({ t: 'comment.resolve', commentId, isResolved });
const commentOf = (answer: Ack | Refuse) => {
  if (answer.t !== 'ack' || answer.result.kind !== 'comment') throw new Error(JSON.stringify(answer));
  return answer.result.comment;
};

test('R91 its author or whoever may steer settles a thread and opens it again; everyone sees by whom', () => {
  fake.pass(1_000);
  ada.take('events');
  const at = new Date(fake.nowMs).toISOString();
  const settled = commentOf(set(bob, true));
  expect(settled).toMatchObject({ resolvedAt: at, resolvedByName: 'Bob', isEdited: false, version: 2 });
  expect(ada.take('events')).toMatchObject([{ events: [{ kind: 'comment', seq: 2, comment: settled }] }]);
  const opened = commentOf(set(ada, false));
  expect(opened).toMatchObject({ resolvedAt: null, resolvedByName: null, version: 3 });
  expect(commentOf(set(ada, true))).toMatchObject({ resolvedByName: 'Ada', version: 4 });
});

test('R91 it is set, not toggled', () => {
  const first = commentOf(set(bob, true));
  fake.pass(1_000);
  expect(commentOf(set(ada, true))).toEqual(first);
  expect(fake.room.facts.seq).toBe(3);
  fake.restart();
  const [welcome] = fake.enter().take('welcome');
  expect(welcome?.history).toMatchObject({ comments: [first] });
});

test('R91 nobody else, not an answer, not what is deleted or not there', () => {
  const other = fake.enter({ userId: uuid(3), name: 'Cy', role: 'comment' });
  expect(set(other, true)).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('author') });
  expect(set(fake.enter({ role: 'control' }), true)).toMatchObject({ code: 'UNAUTHENTICATED' });
  bob.do({ t: 'comment.post', id: uuid(51), content: 'Better?', parentId: uuid(50) });
  expect(set(bob, true, uuid(51))).toMatchObject({
    code: 'INVALID',
    message: 'Only the first comment of a thread is settled or opened again.',
  });
  expect(set(bob, true, uuid(77))).toMatchObject({ code: 'NOT_FOUND' });
  set(bob, true);
  const deleted = commentOf(ada.do({ t: 'comment.delete', commentId: uuid(50) }));
  expect(deleted).toMatchObject({ isDeleted: true, resolvedAt: null, resolvedByName: null });
  expect(set(bob, false)).toMatchObject({ code: 'CONFLICT', message: 'This comment has been deleted.' });
});

test('R91 in a gap it is told once, as it stands, and the comment count stays', () => {
  const { epoch, seq } = fake.room.facts;
  for (const isResolved of [true, false, true]) set(bob, isResolved);
  const back = fake.connect({ userId: uuid(4), name: 'Di' });
  back.say({ t: 'hello', version: 2, resume: { epoch, seq } });
  expect(back.take('welcome')[0]).toMatchObject({
    history: { kind: 'gap', events: [{ kind: 'comment', seq: 4, comment: { resolvedByName: 'Bob' } }] },
    video: { commentCount: 1 },
  });
});

test('R96 it writes three rows', () => {
  const before = fake.rowsWritten;
  set(bob, true);
  expect(fake.rowsWritten - before).toBe(3);
});

test('R91 Postgres hears of the comment as it stands', async () => {
  set(bob, true);
  const atMs = fake.nowMs;
  await fake.alarm();
  expect(fake.postgres.batches).toMatchObject([
    { comments: [{ comment: { version: 2, resolvedAtMs: atMs, resolvedById: uuid(2) } }] },
  ]);
});
