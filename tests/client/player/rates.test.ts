import { expect, test } from 'vitest';
import { RATES, chosenRate, neighbourRate } from '#client/player/rates.ts';

test('a nudged rate still reads as the rate that was chosen', () => {
  for (const rate of RATES)
    for (const nudge of [0.95, 0.99, 1, 1.02, 1.05]) expect(chosenRate(rate * nudge)).toBe(rate);
});

test('faster and slower go along the list and stop at its ends', () => {
  expect(neighbourRate(1.02, 1)).toBe(1.25);
  expect(neighbourRate(1, -1)).toBe(0.75);
  expect(neighbourRate(2, 1)).toBe(2);
  expect(neighbourRate(0.25, -1)).toBe(0.25);
});
