import { expect, test } from 'vitest';
import {
  changeBetween,
  coloursOf,
  suggestionsOf,
  suggestStarts,
} from '#client/app/studio/chapters/scene-cuts.ts';

/** A picture of one colour, with a few pixels of noise that differ from picture to picture. */
function picture([red, green, blue]: readonly [number, number, number], noise = 0): number[] {
  return Array.from({ length: 100 }, (_, pixel) =>
    pixel < noise ? [255 - red, 255 - green, 255 - blue, 255] : [red, green, blue, 255],
  ).flat();
}
const MEADOW = [20, 160, 40] as const;
const SKY = [90, 140, 230] as const;
const NIGHT = [10, 10, 30] as const;

/** One picture every five seconds, of these scenes in turn, each so many pictures long. */
const film = (...scenes: [colour: readonly [number, number, number], pictures: number][]) =>
  scenes
    .flatMap(([colour, pictures]) => Array.from({ length: pictures }, (_, at) => picture(colour, at % 4)))
    .map((pixels, index) => ({ startSeconds: index * 5, colours: coloursOf(pixels) }));
const suggest = (frames: ReturnType<typeof film>, taken: number[] = []) =>
  suggestStarts(frames, { durationSeconds: frames.length * 5, taken });

test('change is the share of the picture that has other colours', () => {
  const [one, other] = [coloursOf(picture(MEADOW)), coloursOf(picture(MEADOW, 25))];
  expect(changeBetween(one, one)).toBe(0);
  expect(changeBetween(one, other)).toBeCloseTo(0.25);
  expect(changeBetween(one, coloursOf(picture(SKY)))).toBeCloseTo(1);
});

test('chapters are suggested where scenes change, and nowhere within one', () => {
  expect(suggest(film([MEADOW, 8], [SKY, 6], [NIGHT, 10]))).toEqual([40, 70]);
  expect(suggest(film([MEADOW, 30]))).toEqual([]);
  expect(suggest([])).toEqual([]);
});

test('where everything changes all the time nothing stands out', () => {
  const restless = Array.from(
    { length: 12 },
    (_, at) => [[MEADOW, SKY, NIGHT][at % 3] ?? SKY, 1] as [typeof SKY, 1],
  );
  expect(suggest(film(...restless))).toEqual([]);
});

test('none is close to a chapter there is, to another, to the beginning or to the end', () => {
  const frames = film([MEADOW, 1], [SKY, 8], [NIGHT, 1], [MEADOW, 9], [SKY, 1]);
  expect(suggest(frames)).toEqual([45]);
  expect(suggest(frames, [47])).toEqual([]);
});

test('of many changes a dozen are suggested, apart from each other', () => {
  const scenes = Array.from({ length: 40 }, (_, at) => [at % 2 ? SKY : MEADOW, 6] as [typeof SKY, 6]);
  const found = suggest(film(...scenes));
  expect(found).toHaveLength(12);
  expect(Math.min(...found.slice(1).map((start, at) => start - (found[at] ?? 0)))).toBeGreaterThanOrEqual(30);
});

test('suggestions are named beside the chapters there are; a film without any begins with the first', () => {
  expect(suggestionsOf([40, 70], [])).toEqual([
    { startSeconds: 0, title: 'Scene 1' },
    { startSeconds: 40, title: 'Scene 2' },
    { startSeconds: 70, title: 'Scene 3' },
  ]);
  expect(suggestionsOf([40], [0, 60])).toEqual([{ startSeconds: 40, title: 'Scene 2' }]);
  expect(suggestionsOf([], [])).toEqual([]);
});
