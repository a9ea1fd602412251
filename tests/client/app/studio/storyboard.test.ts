import { expect, test } from 'vitest';
import { momentsOf, planStoryboard } from '#client/app/studio/upload/storyboard.ts';

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
    count: 3,
    columns: 2,
    rows: 2,
    tileWidth: 135,
    tileHeight: 240,
  });
  expect(planStoryboard(0.2, { width: 64, height: 36 })).toMatchObject({
    count: 1,
    intervalSeconds: 0.2,
    tileWidth: 64,
    tileHeight: 36,
  });
  expect(planStoryboard(0, { width: 64, height: 36 })).toBeUndefined();
});

async function moments(count: number, intervalSeconds: number, keyframes: number[]): Promise<number[]> {
  const before = (seconds: number) => Promise.resolve(keyframes.findLast((keyframe) => keyframe <= seconds));
  const all: number[] = [];
  for await (const moment of momentsOf({ count, intervalSeconds }, before)) all.push(moment);
  return all;
}

test('of a short film each picture is of its own stretch, of a long one keyframes stand for more', async () => {
  expect(await moments(3, 2, [0, 1.5])).toEqual([0, 3, 5]);
  expect(await moments(3, 60, [0, 80, 149.9])).toEqual([0, 80, 149.9]);
  expect((await moments(40, 4, [0, 140])).slice(0, 4)).toEqual([0, 0, 0, 14]);
});
