import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Drawing } from '#protocol/drawing.ts';
import { LIMITS } from '#protocol/limits.ts';
import { strokePath } from '#client/app/watch/drawing/stroke-path.ts';
import {
  countNumbers,
  isFull,
  pointIn,
  simplify,
  withPoints,
  withStroke,
} from '#client/app/watch/drawing/strokes.ts';

const ASPECT = 9 / 16;
const spiral = (points: number): number[] =>
  Array.from({ length: points }, (_, step) => [
    0.5 + (0.4 * step * Math.cos(step / 7)) / points,
    0.5 + (0.4 * step * Math.sin(step / 7)) / points,
  ]).flat();

test('points that say nothing new are not kept', () => {
  const near = { x: 0.5005, y: 0.5 };
  expect(withPoints([], [{ x: 0.5, y: 0.5 }, near, { x: 0.51, y: 0.5 }], ASPECT)).toEqual([
    0.5, 0.5, 0.51, 0.5,
  ]);
});

test('a place is a share of the picture, also of who has left it', () => {
  const box = { left: 100, top: 50, width: 400, height: 200 };
  expect(pointIn(box, { clientX: 200, clientY: 100 })).toEqual({ x: 0.25, y: 0.25 });
  expect(pointIn(box, { clientX: 0, clientY: 900 })).toEqual({ x: 0, y: 1 });
});

describe('simplified', () => {
  test('a straight line is its ends, a corner stays', () => {
    const line = Array.from({ length: 50 }, (_, step) => [step / 100, step / 100]).flat();
    expect(simplify(line, ASPECT)).toEqual([0, 0, 0.49, 0.49]);
    expect(simplify([0, 0, 0.2, 0, 0.4, 0, 0.4, 0.3, 0.4, 0.6], ASPECT)).toEqual([0, 0, 0.4, 0, 0.4, 0.6]);
  });

  test('a dot and a closed line keep what they are', () => {
    expect(simplify([0.3, 0.4], ASPECT)).toEqual([0.3, 0.4]);
    expect(simplify([0, 0, 0.5, 0.5, 0, 0], ASPECT)).toEqual([0, 0, 0.5, 0.5, 0, 0]);
  });

  test('no line is longer than it was, and its ends stay', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 80 }), (pairs) => {
        const points = pairs.flat();
        const simple = simplify(points, ASPECT);
        expect(simple.length).toBeLessThanOrEqual(points.length);
        expect([simple.slice(0, 2), simple.slice(-2)]).toEqual([points.slice(0, 2), points.slice(-2)]);
      }),
    );
  });
});

describe('a drawing', () => {
  const stroke = { color: 'red' as const, points: spiral(1500) };

  test('always fits what the room takes, however much is drawn', () => {
    let drawing: Drawing = [];
    for (let step = 0; step < 80; step += 1) drawing = withStroke(drawing, stroke, ASPECT);
    expect(countNumbers(drawing)).toBeLessThanOrEqual(LIMITS.drawingNumbers);
    expect(isFull(drawing)).toBe(true);
    expect(Drawing.safeParse(drawing).success).toBe(true);
  });

  test('is full of strokes, too', () => {
    let drawing: Drawing = [];
    for (let step = 0; step < 60; step += 1)
      drawing = withStroke(drawing, { ...stroke, points: [0.1, 0.2] }, ASPECT);
    expect(drawing).toHaveLength(LIMITS.drawingStrokes);
    expect(isFull(drawing)).toBe(true);
  });
});

test.each([
  ['a dot', [0.5, 0.5], 'M500 500L500 500'],
  ['a line', [0, 0, 1, 1], 'M0 0L1000 1000'],
  ['a corner, rounded', [0, 0, 0.5, 0, 0.5, 0.5], 'M0 0Q500 0 500 500'],
])('%s as a path', (_, points, path) => {
  expect(strokePath(points)).toBe(path);
});
