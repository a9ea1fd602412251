import { beforeEach, describe, expect, test } from 'vitest';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

const ADA = { userId: uuid(1), name: 'Ada', isGuest: false } as const;
let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter(ADA);
});

describe('ops', () => {
  test('R10 the sender hears the ack before anyone hears the event', () => {
    const bob = fake.enter({ name: 'Bob' });
    fake.pass(200);
    ada.take('events');
    ada.do({ t: 'comment.post', content: 'hi' });
    expect(ada.frames.map((frame) => frame.t).slice(-2)).toEqual(['ack', 'events']);
    expect(bob.take('events')).toMatchObject([{ seq: 1, events: [{ kind: 'comment', seq: 1 }] }]);
  });

  test('R11 a repeat gets the first answer, whatever happened since and through a restart', () => {
    const first = ada.do({ t: 'comment.post', id: uuid(50), content: 'first' });
    ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'second' });
    expect(ada.do({ t: 'comment.post', id: uuid(50), content: 'first' })).toEqual(first);
    fake.restart();
    const again = fake.enter(ADA);
    expect(again.do({ t: 'comment.post', id: uuid(50), content: 'first' })).toEqual(first);
    expect(fake.room.facts).toMatchObject({ seq: 2, commentCount: 1 });
  });

  test('R11 an id that was something else, or somebody else’s, is a conflict', () => {
    ada.do({ t: 'comment.post', id: uuid(50), content: 'first' });
    expect(ada.ask({ t: 'like.set', id: uuid(50), isLiked: true })).toMatchObject({ code: 'CONFLICT' });
    const eve = fake.enter({ userId: uuid(2), name: 'Eve' });
    expect(eve.ask({ t: 'comment.post', id: uuid(50), content: 'first' })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('R11 an id in capitals is the same id, told in the spelling Postgres has', () => {
    const id = uuid(0xabc);
    expect(id).not.toBe(id.toUpperCase());
    const { result } = ada.do({ t: 'comment.post', id, content: 'first' });
    ada.say({ t: 'comment.post', id: id.toUpperCase(), content: 'first' });
    expect(ada.take('ack').at(-1)).toMatchObject({ id, result });
    expect(fake.room.facts.commentCount).toBe(1);
  });

  test('R11 a repeated join brings the new connection in', () => {
    const { result } = ada.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
    const bob = { userId: uuid(3), name: 'Bob' };
    const before = fake.enter(bob);
    const joined = before.do({ t: 'screening.join', id: uuid(61), screeningId: uuid(60) });
    fake.leave(before);
    const after = fake.enter(bob);
    ada.do({ t: 'playback.pause', positionSeconds: 7 });
    expect(after.do({ t: 'screening.join', id: uuid(61), screeningId: uuid(60) })).toEqual(joined);
    expect(after.seat.screeningId).toBe(uuid(60));
    expect(after.take('playback')).toMatchObject([{ playback: { revision: 2, positionSeconds: 7 } }]);
    expect(result).toMatchObject({ kind: 'screening', playback: { revision: 1 } });
  });

  test('R12 a comment writes three rows', () => {
    ada.do({ t: 'comment.post', content: 'one' });
    const before = fake.rowsWritten;
    ada.do({ t: 'comment.post', content: 'two', positionSeconds: 3 });
    expect(fake.rowsWritten - before).toBeLessThanOrEqual(3);
  });

  test('R13 a refused op leaves everything as it was', () => {
    ada.do({ t: 'comment.post', id: uuid(50), content: 'mine' });
    const eve = fake.enter({ userId: uuid(2), name: 'Eve' });
    const before = { ...fake.room.facts, rows: fake.rowsWritten };
    expect(eve.ask({ t: 'comment.edit', commentId: uuid(50), content: 'hers' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(eve.ask({ t: 'like.set', commentId: uuid(51), isLiked: true })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect({ ...fake.room.facts, rows: fake.rowsWritten }).toEqual(before);
  });

  test('R20 seq rises with every commit, also after a restart', () => {
    const seqs = [
      ada.do({ t: 'comment.post', content: 'a' }).seq,
      ada.do({ t: 'like.set', isLiked: true }).seq,
    ];
    fake.restart();
    seqs.push(fake.enter(ADA).do({ t: 'comment.post', content: 'b' }).seq);
    expect(seqs).toEqual([1, 2, 3]);
  });
});
