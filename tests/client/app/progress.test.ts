import { expect, test } from 'vitest';
import { progressAt, resumePoint } from '#client/app/watch/progress/progress-rules.ts';

test.each([
  [0, false],
  [94.9, false],
  [95, true],
  [100, true],
])('at %d of 100 s, completed: %s', (positionSeconds, isCompleted) => {
  expect(progressAt(positionSeconds, 100)).toEqual({ positionSeconds, isCompleted });
});

test.each([
  ['nothing known', null, null],
  ['hardly begun', { positionSeconds: 9, isCompleted: false }, null],
  ['under way', { positionSeconds: 42, isCompleted: false }, 42],
  ['as good as over', { positionSeconds: 96, isCompleted: false }, null],
  ['seen to its end, left in the middle', { positionSeconds: 42, isCompleted: true }, null],
])('%s: taken up at %s', (_, progress, point) => {
  expect(resumePoint(progress, 100)).toBe(point);
});
