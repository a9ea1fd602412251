import { expect, test } from 'vitest';
import { decodeUp, encodeUp } from '#protocol/codec.ts';
import type { CommentPost } from '#protocol/comment.ts';
import type { Stroke } from '#protocol/drawing.ts';
import { LIMITS } from '#protocol/limits.ts';
import { uuid } from './fake-room.ts';

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
