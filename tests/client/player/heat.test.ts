import { expect, test } from 'vitest';
import { heatPath } from '#client/player/heat.ts';

test('hills as high as their values, closed along the bottom', () => {
  expect(heatPath([0, 1, 0.5])).toBe('M0 20L0 20Q0.5 20 1 10Q1.5 0 2 5Q2.5 10 3 10L3 20Z');
});

test('nothing going on is no strip', () => {
  expect([heatPath([]), heatPath([0, 0])]).toEqual(['', '']);
});

test('what is beyond 0 and 1 stays in the strip', () => {
  expect(heatPath([-1, 7])).toBe(heatPath([0, 1]));
});
