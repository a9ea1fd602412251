import { expect, test } from 'vitest';
import { momentIn } from '#client/app/watch/linked-moment.ts';

const FILM = { num: 24, den: 1 };

test.each<[string, number | null]>([
  ['?t=83', 83],
  ['?t=1.5', 1.5],
  ['?f=1992', 1992.5 / 24],
  ['?t=83&f=0', 0.5 / 24],
  ['?f=-1&t=2', 2],
  ['?f=1.5', null],
  ['?t=0', null],
  ['?t=soon', null],
  ['', null],
])('%s opens at %s', (search, seconds) => {
  expect(momentIn(search, FILM)).toBe(seconds);
});

test('without a frame rate no frame has a number', () => {
  expect(momentIn('?f=100', null)).toBeNull();
});
