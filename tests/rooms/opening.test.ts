import { expect, test } from 'vitest';
import { FakeRoom, uuid, VIDEO_ID } from './fake-room.ts';

const known = (n: number, content: string, version = 1) => ({
  id: uuid(n),
  parentId: null,
  authorId: uuid(1),
  authorName: 'Ada',
  isGuest: false,
  content,
  positionSeconds: null,
  endSeconds: null,
  frame: null,
  hasDrawing: false,
  mentionedIds: [],
  resolvedAtMs: null,
  resolvedById: null,
  resolvedByName: null,
  isEdited: false,
  likeCount: 0,
  version,
  createdAtMs: 1_000 * n,
  updatedAtMs: 1_000 * n,
  deletedAtMs: null,
});
const ADA = { userId: uuid(1), name: 'Ada' };

test('R70 a room without storage begins from what Postgres knows', async () => {
  const fake = new FakeRoom();
  fake.postgres.watermark = { epoch: 6, flushedSeq: 90, durationSeconds: 30 };
  fake.postgres.known = {
    comments: [known(50, 'one'), known(51, 'two', 4)],
    likes: [{ id: uuid(70), userId: uuid(1), target: '', atMs: 5 }],
    screenings: [
      {
        id: uuid(60),
        shortId: 'abcdefghijk',
        hostId: uuid(1),
        hostName: 'Ada',
        controlMode: 'anyone',
        stallPolicy: 'go_on',
        startedAtMs: 1,
        endedAtMs: null,
      },
    ],
  };
  await fake.keeper.open(VIDEO_ID);
  const ada = fake.enter(ADA);
  expect(ada.take('welcome')[0]).toMatchObject({
    epoch: 7,
    seq: 2,
    history: { comments: [{ content: 'two', version: 4 }, { content: 'one' }], isTruncated: false },
    video: { likeCount: 1, commentCount: 2, isLikedByYou: true },
    screenings: [{ id: uuid(60), memberCount: 0 }],
  });
  expect(ada.do({ t: 'comment.edit', commentId: uuid(51), content: 'better' })).toMatchObject({
    epoch: 7,
    seq: 3,
    result: { comment: { version: 5 } },
  });
  // Acknowledged before the loss, sent again after it: still one comment.
  expect(ada.do({ t: 'comment.post', id: uuid(50), content: 'one' }).result).toMatchObject({
    comment: { content: 'one' },
  });
  expect(ada.ask({ t: 'comment.post', content: 'x', positionSeconds: 40 })).toMatchObject({
    code: 'INVALID',
  });
});

test('R70 no two beginnings share an epoch', async () => {
  const fake = await FakeRoom.open();
  const again = new FakeRoom();
  again.postgres.watermark = fake.postgres.watermark;
  await again.keeper.open(VIDEO_ID);
  expect([fake.room.facts.epoch, again.room.facts.epoch]).toEqual([1, 2]);
});

test('R70 it does not open while Postgres is away, and does when that is back; no video is NOT_FOUND', async () => {
  const fake = new FakeRoom();
  fake.postgres.failures.push(new Error('away'));
  await expect(fake.keeper.open(VIDEO_ID)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(fake.keeper.open(VIDEO_ID)).resolves.toMatchObject({ facts: { epoch: 1 } });
  const none = new FakeRoom();
  none.postgres.watermark = undefined;
  await expect(none.keeper.open(VIDEO_ID)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('R70 a room that is only asked leaves no trace', async () => {
  const fake = new FakeRoom();
  await fake.keeper.settle();
  fake.keeper.rearm(null);
  expect([fake.rowsWritten, fake.alarmAtMs, fake.tables()]).toEqual([0, null, []]);
});

test('R70 a room with storage opens without Postgres', async () => {
  const fake = await FakeRoom.open();
  fake.enter(ADA).do({ t: 'comment.post', content: 'kept' });
  fake.postgres.failures.push(new Error('away'));
  fake.restart();
  expect(fake.enter(ADA).take('welcome')[0]?.history).toMatchObject({ comments: [{ content: 'kept' }] });
});

test('R71 a room behind Postgres takes in what that knows, keeps what is its own, and starts a new epoch', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  ada.do({ t: 'comment.post', id: uuid(50), content: 'mine, unwritten' });
  fake.postgres.watermark = { epoch: 1, flushedSeq: 40, durationSeconds: 60 };
  fake.postgres.known = { comments: [known(51, 'forgotten here')] };
  await fake.alarm();
  expect(ada.closed).toMatchObject({ code: 4408 });
  expect(fake.room.facts).toMatchObject({ epoch: 2 });
  await fake.alarm();
  expect(fake.postgres.batches.at(-1)).toMatchObject({
    epoch: 2,
    comments: [{ comment: { content: 'mine, unwritten' } }],
  });
  const back = fake.enter(ADA).take('welcome')[0];
  expect(back).toMatchObject({ history: { kind: 'snapshot' }, video: { commentCount: 2 } });
  expect(
    back?.history.kind === 'snapshot' && back.history.comments.map((each) => each.content).sort(),
  ).toEqual(['forgotten here', 'mine, unwritten']);
});
