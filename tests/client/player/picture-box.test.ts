import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureBox } from '#client/player/picture-box.ts';

test.each([
  ['as wide', { width: 320, height: 180 }, { left: 0, top: 0, width: 1600, height: 900 }],
  [
    'wider: bars above and below',
    { width: 2000, height: 500 },
    { left: 0, top: 250, width: 1600, height: 400 },
  ],
  ['upright: bars at the sides', { width: 90, height: 180 }, { left: 575, top: 0, width: 450, height: 900 }],
  ['unknown yet', { width: 0, height: 0 }, { left: 0, top: 0, width: 1600, height: 900 }],
])('a picture that is %s', (_, picture, box) => {
  expect(pictureBox({ width: 1600, height: 900 }, picture)).toEqual(box);
});

test('is never cut, keeps its shape and stands in the middle', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 8000 }),
    height: fc.integer({ min: 1, max: 8000 }),
  });
  fc.assert(
    fc.property(size, size, (element, picture) => {
      const box = pictureBox(element, picture);
      expect(box.width / box.height).toBeCloseTo(picture.width / picture.height, 5);
      expect(box.left * 2 + box.width).toBeCloseTo(element.width, 5);
      expect(box.top * 2 + box.height).toBeCloseTo(element.height, 5);
      expect(Math.min(box.left, box.top)).toBeCloseTo(0, 5);
    }),
  );
});
