import { expect, test } from 'vitest';
import { momentsOf, planStoryboard } from '#client/app/upload/storyboard.ts';

test('a film gets a hundred pictures in a square, that reach to its very end', () => {
  expect(planStoryboard(3723.4, { width: 1920, height: 1080 })).toEqual({
    count: 100,
    columns: 10,
    rows: 10,
    intervalSeconds: 37.234,
    tileWidth: 240,
    tileHeight: 135,
  });
});

test('a short one gets fewer, an upright one narrow ones, and none grows', () => {
  expect(planStoryboard(3, { width: 1080, height: 1920 })).toMatchObject({
    ...{ count: 6, columns: 3, rows: 2, tileWidth: 135, tileHeight: 240 },
  });
  expect(planStoryboard(0.2, { width: 64, height: 36 })).toMatchObject({
    ...{ count: 1, intervalSeconds: 0.2, tileWidth: 64, tileHeight: 36 },
  });
  expect(planStoryboard(0, { width: 64, height: 36 })).toBeUndefined();
});

test('a keyframe stands for its stretch where it lies in it, since it is decoded alone', async () => {
  const keyframes = [0, 1.5];
  const before = (seconds: number) => Promise.resolve(keyframes.findLast((keyframe) => keyframe <= seconds));
  const moments: number[] = [];
  for await (const moment of momentsOf({ count: 3, intervalSeconds: 2 }, before)) moments.push(moment);
  expect(moments).toEqual([0, 3, 5]);
});
