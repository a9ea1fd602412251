import { expect, test } from 'vitest';
import { decodeUp } from '#protocol/codec.ts';
import { encodeUp } from '#protocol/wire.ts';
import type { CommentPost } from '#protocol/comment.ts';
import type { Stroke } from '#protocol/drawing.ts';
import { LIMITS } from '#protocol/limits.ts';
import { FakeRoom, uuid } from './fake-room.ts';

/** As many strokes and coordinates as there may be, each as long as it is written. */
export const largestDrawing = (): Stroke[] =>
  Array.from({ length: LIMITS.drawingStrokes }, () => ({
    color: 'yellow',
    points: Array.from({ length: LIMITS.drawingNumbers / LIMITS.drawingStrokes }, (_, n) =>
      n % 2 ? 0.1234 : 0.9876,
    ),
  }));

const posted = (drawing: Stroke[], content = 'Here.'): CommentPost => ({
  t: 'comment.post',
  id: uuid(50),
  parentId: uuid(51),
  content,
  positionSeconds: 123_456.789,
  endSeconds: 123_456.789,
  frame: 123_456_789,
  drawing,
});

test('R3 the largest drawing fits a frame beside 2,000 characters of any script', () => {
  const frame = encodeUp(posted(largestDrawing(), '語'.repeat(LIMITS.commentCharacters)));
  expect(Buffer.byteLength(frame)).toBeGreaterThan(14 * 1024);
  expect(decodeUp(frame)).toMatchObject({ ok: true });
});

test('R3 more points, half a point and what lies beside the picture are refused in words', () => {
  const reasonOf = (drawing: Stroke[]) => {
    const decoded = decodeUp(encodeUp(posted(drawing)));
    return decoded.ok ? 'taken' : decoded.reason;
  };
  const stroke = (...points: number[]): Stroke[] => [{ color: 'red', points }];
  expect(reasonOf(stroke(0, 1))).toBe('taken');
  expect(reasonOf([...stroke(...Array.from({ length: 1200 }, () => 0)), ...stroke(0, 1)])).toMatch(
    'at most 600 points',
  );
  expect(reasonOf(stroke(0, 1, 0))).toMatch('A point has an x and a y.');
  expect(reasonOf(stroke(0, 1.0001))).toMatch('drawing.0.points.1');
  expect(reasonOf([])).toMatch('drawing');
});

test('R3 a place on the picture is kept to a ten-thousandth', () => {
  const decoded = decodeUp(encodeUp(posted([{ color: 'red', points: [1 / 3, 2 / 3] }])));
  expect(decoded).toMatchObject({ frame: { drawing: [{ points: [0.3333, 0.6667] }] } });
});

const ADA = { userId: uuid(1), name: 'Ada' };

test('R90 it is committed with its comment, told by a word only, and written through whole', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  const bob = fake.enter({ userId: uuid(2), name: 'Bob' });
  const drawing = largestDrawing();
  const op = { t: 'comment.post', id: uuid(50), content: 'Here.', drawing } as const;
  const answer = ada.do(op);
  expect(answer.result).toMatchObject({ comment: { hasDrawing: true } });
  expect(Math.max(...bob.sizes)).toBeLessThan(2_000);
  bob.do({ t: 'like.set', commentId: uuid(50), isLiked: true });
  ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'There.' });
  await fake.alarm();
  expect(fake.postgres.batches).toMatchObject([{ comments: [{ comment: { version: 3 }, drawing }] }]);
  fake.restart();
  expect(ada.do(op)).toEqual(answer);
  const back = fake.enter(ADA);
  expect(Math.max(...back.sizes)).toBeLessThan(2_000);
  expect(back.take('welcome')[0]?.history).toMatchObject({ comments: [{ hasDrawing: true }] });
});

test('R90 of a deleted comment it is gone', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  ada.do({ t: 'comment.post', id: uuid(50), content: 'Here.', drawing: [{ color: 'red', points: [0, 0] }] });
  const { result } = ada.do({ t: 'comment.delete', commentId: uuid(50) });
  expect(result).toMatchObject({ comment: { isDeleted: true, hasDrawing: false } });
});

test('R96 a comment with a drawing writes three rows, as one without', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter(ADA);
  const before = fake.rowsWritten;
  ada.do({ t: 'comment.post', content: 'Here.', drawing: largestDrawing() });
  expect(fake.rowsWritten - before).toBe(3);
});

test('R90 a room of before there were drawings takes them in, and keeps what it has', async () => {
  const fake = await FakeRoom.open();
  const { sql } = fake.room;
  for (const table of ['comments', 'reactions', 'progress']) sql.exec(`DROP TABLE ${table}`);
  sql.exec('CREATE TABLE comments (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  fake.restart();
  const ada = fake.enter(ADA);
  const drawing: Stroke[] = [{ color: 'red', points: [0, 0] }];
  ada.do({ t: 'comment.post', content: 'Here.', drawing });
  ada.do({ t: 'reaction.post', emoji: '🔥', positionSeconds: 1 });
  ada.do({ t: 'progress.set', positionSeconds: 1, isCompleted: false });
  await fake.alarm();
  expect(fake.postgres.batches).toMatchObject([{ comments: [{ drawing }], reactions: [{ count: 1 }] }]);
});
