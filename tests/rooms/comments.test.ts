import { beforeEach, expect, test } from 'vitest';
import type { Ack, Refuse } from '#protocol/ack.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

let fake: FakeRoom;
let ada: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada', isGuest: false });
  bob = fake.enter({ userId: uuid(2), name: 'Bob' });
});

const commentOf = (answer: Ack | Refuse) => {
  if (answer.t !== 'ack' || answer.result.kind !== 'comment') throw new Error(JSON.stringify(answer));
  return answer.result.comment;
};

test('R14 commenting and liking ask for a name first, then for the role', () => {
  const nobody = fake.enter({ name: 'Somebody' });
  const watcher = fake.enter({ userId: uuid(3), name: 'Wes', role: 'view' });
  for (const op of [
    { t: 'comment.post', content: 'hi' } as const,
    { t: 'like.set', isLiked: true } as const,
  ]) {
    expect(nobody.ask(op)).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('name'),
    });
    expect(watcher.ask(op)).toMatchObject({ code: 'FORBIDDEN' });
  }
});

test('R14 a comment is shown with its author and moment', () => {
  const answer = ada.do({
    t: 'comment.post',
    id: uuid(50),
    content: '  Look\u0000!\ud800 ',
    positionSeconds: 7.65432,
    endSeconds: 9,
    frame: 75,
  });
  const at = new Date(fake.nowMs).toISOString();
  expect(commentOf(answer)).toEqual({
    id: uuid(50),
    parentId: null,
    authorId: uuid(1),
    authorName: 'Ada',
    isGuest: false,
    content: 'Look!\ufffd',
    positionSeconds: 7.654,
    endSeconds: 9,
    frame: 75,
    isEdited: false,
    isDeleted: false,
    hasDrawing: false,
    mentionedIds: [],
    resolvedAt: null,
    resolvedByName: null,
    likeCount: 0,
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
});

test('R15 only the author edits, author and moderators delete, and what is deleted stays without its words', () => {
  const moderator = fake.enter({ userId: uuid(9), name: 'Mo', role: 'manage' });
  ada.do({ t: 'comment.post', id: uuid(50), content: 'first' });
  expect(moderator.ask({ t: 'comment.edit', commentId: uuid(50), content: 'x' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(bob.ask({ t: 'comment.delete', commentId: uuid(50) })).toMatchObject({ code: 'FORBIDDEN' });
  expect(fake.enter().ask({ t: 'comment.delete', commentId: uuid(50) })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  const edited = commentOf(ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'second' }));
  expect(edited).toMatchObject({ content: 'second', isEdited: true, version: 2 });
  const deleted = commentOf(moderator.do({ t: 'comment.delete', commentId: uuid(50) }));
  expect(deleted).toMatchObject({ content: '', isDeleted: true, version: 3 });
  expect(ada.ask({ t: 'comment.edit', commentId: uuid(50), content: 'x' })).toMatchObject({
    code: 'CONFLICT',
  });
  expect(ada.ask({ t: 'like.set', commentId: uuid(50), isLiked: true })).toMatchObject({ code: 'NOT_FOUND' });
  expect(commentOf(ada.do({ t: 'comment.delete', commentId: uuid(50) })).version).toBe(3);
  expect(fake.room.facts.commentCount).toBe(0);
});

test('R16 a comment answers one that is here and lies within the video', () => {
  expect(ada.ask({ t: 'comment.post', content: 'x', parentId: uuid(77) })).toMatchObject({ code: 'INVALID' });
  expect(ada.ask({ t: 'comment.post', content: 'x', positionSeconds: 61 })).toMatchObject({
    code: 'INVALID',
    message: 'The video ends at 1:00.',
  });
  expect(ada.ask({ t: 'comment.post', content: 'x', positionSeconds: 9, endSeconds: 8 })).toMatchObject({
    code: 'INVALID',
  });
  expect(ada.ask({ t: 'comment.post', content: 'x', endSeconds: 8 })).toMatchObject({ code: 'INVALID' });
  expect(
    commentOf(ada.do({ t: 'comment.post', content: 'end', positionSeconds: 60.1 })).positionSeconds,
  ).toBe(60);
  ada.do({ t: 'comment.post', id: uuid(50), content: 'question' });
  const reply = commentOf(bob.do({ t: 'comment.post', content: 'answer', parentId: uuid(50) }));
  expect(reply.parentId).toBe(uuid(50));
});

test('R17 every change of a comment raises its version, a like too', () => {
  ada.do({ t: 'comment.post', id: uuid(50), content: 'hi' });
  bob.do({ t: 'like.set', commentId: uuid(50), isLiked: true });
  const edited = commentOf(ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'ho' }));
  expect(edited).toMatchObject({ likeCount: 1, version: 3 });
  const same = commentOf(ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'ho' }));
  expect(same.version).toBe(3);
});

test('R18 a like is set, and its count is absolute', () => {
  const like = (peer: FakePeer, isLiked: boolean) => peer.do({ t: 'like.set', isLiked }).result;
  expect(like(ada, true)).toEqual({ kind: 'like', like: { commentId: null, likeCount: 1 }, isLiked: true });
  expect(like(ada, true)).toMatchObject({ like: { likeCount: 1 } });
  expect(like(bob, true)).toMatchObject({ like: { likeCount: 2 } });
  expect(like(ada, false)).toMatchObject({ like: { likeCount: 1 }, isLiked: false });
  expect(like(ada, false)).toMatchObject({ like: { likeCount: 1 } });
  fake.restart();
  const again = fake.enter({ userId: uuid(2), name: 'Bob' });
  expect(again.take('welcome')[0]?.video).toEqual({ likeCount: 1, commentCount: 0, isLikedByYou: true });
});

test('R130 a comment keeps whom it names, each once; an edit may name others, and a deleted one names nobody', () => {
  const posted = commentOf(
    ada.do({ t: 'comment.post', id: uuid(50), content: '@Bob', mentionedIds: [uuid(2), uuid(2)] }),
  );
  expect(posted.mentionedIds).toEqual([uuid(2)]);
  const edit = { t: 'comment.edit', commentId: uuid(50) } as const;
  const reworded = commentOf(ada.do({ ...edit, id: uuid(51), content: '@Bob!' }));
  expect(reworded.mentionedIds).toEqual([uuid(2)]);
  const renamed = commentOf(ada.do({ ...edit, id: uuid(52), content: '@Cid', mentionedIds: [uuid(3)] }));
  expect(renamed.mentionedIds).toEqual([uuid(3)]);
  // Another of the same name: the words stay, whom they mean does not.
  const namesake = { ...edit, content: '@Cid', mentionedIds: [uuid(4)] };
  expect(commentOf(ada.do({ ...namesake, id: uuid(54) }))).toMatchObject({
    mentionedIds: [uuid(4)],
    version: 4,
  });
  expect(commentOf(ada.do({ ...namesake, id: uuid(55) })).version).toBe(4);
  const gone = commentOf(ada.do({ t: 'comment.delete', id: uuid(53), commentId: uuid(50) }));
  expect(gone.mentionedIds).toEqual([]);
});
