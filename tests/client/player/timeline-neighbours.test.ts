import { expect, test } from 'vitest';
import { neighbourChapterSeconds, neighbourMoment } from '#client/player/timeline-neighbours.ts';

const chapters = [0, 10, 20].map((startSeconds) => ({
  title: '',
  startSeconds,
  endSeconds: startSeconds + 10,
}));

test.each([
  [5, 1, 10],
  [10, 1, 20],
  [25, 1, undefined],
  [15, -1, 10],
  [11, -1, 0],
  [1, -1, 0],
] as const)('from %d going %d is the chapter at %s', (position, direction, expected) => {
  expect(neighbourChapterSeconds(chapters, position, direction)).toBe(expected);
});

test('the comment one is at is neither the next nor the previous', () => {
  const moments = [{ positionSeconds: 7 }, { positionSeconds: 3 }];
  expect(neighbourMoment(moments, 3, 1)).toEqual({ positionSeconds: 7 });
  expect(neighbourMoment(moments, 7, -1)).toEqual({ positionSeconds: 3 });
  expect(neighbourMoment(moments, 7, 1)).toBeUndefined();
});
