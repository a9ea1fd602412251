import { expect, test } from 'vitest';
import { steppedBy } from '#client/player/controls/arrow-steps.ts';

const half = { value: 0.5, min: 0, max: 1, isRightToLeft: false };

test('arrow keys move a range by a hundredth of its length', () => {
  expect(['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'].map((key) => steppedBy(key, half))).toEqual([
    0.51, 0.51, 0.49, 0.49,
  ]);
});

test('where writing runs from right to left, so does the range', () => {
  const mirrored = { ...half, isRightToLeft: true };
  expect(['ArrowUp', 'ArrowRight'].map((key) => steppedBy(key, mirrored))).toEqual([0.51, 0.49]);
});

test('no arrow leads out of the range, and other keys are not its business', () => {
  expect(steppedBy('ArrowRight', { ...half, value: 0.995 })).toBe(1);
  expect(steppedBy('ArrowLeft', { ...half, value: 0.004 })).toBe(0);
  expect(['Home', 'PageUp', 'k', 'constructor'].map((key) => steppedBy(key, half))).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
