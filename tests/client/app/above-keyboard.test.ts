import { expect, test } from 'vitest';
import { coveredBelow } from '#client/app/watch/comments/above-keyboard.ts';

test.each([
  ['no keyboard', { height: 780, offsetTop: 0, scale: 1 }, 0],
  ['a keyboard', { height: 444.4, offsetTop: 0, scale: 1 }, 336],
  ['a keyboard, and the page pushed up for it', { height: 444, offsetTop: 100, scale: 1 }, 236],
  ['a window that shrinks by itself, a moment late', { height: 800, offsetTop: 0, scale: 1 }, 0],
  ['somebody who has zoomed in', { height: 390, offsetTop: 50, scale: 2 }, 0],
])('%s', (_, viewport, covered) => {
  expect(coveredBelow(780, viewport)).toBe(covered);
});
