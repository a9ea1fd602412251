import { expect, test } from 'vitest';
import { cueAt, findMatches, splitAtMatches, stepMatch } from '#client/app/watch/transcript/cues.ts';

const cues = ['Once upon a time', 'there was a Café,', 'ONCE only.'].map((text, position) => ({
  position,
  startSeconds: 2 + position * 3,
  endSeconds: 4 + position * 3,
  text,
}));

test.each([
  [0, -1],
  [1.99, 0],
  [4.5, 0],
  [5, 1],
  [900, 2],
])('at %d s the cue that was said last is number %i', (position, index) => {
  expect(cueAt(cues, position)).toBe(index);
});

test('nothing is being said where nothing is written', () => {
  expect(cueAt([], 5)).toBe(-1);
});

test('it is found however large and however accented', () => {
  expect([
    findMatches(cues, 'once '),
    findMatches(cues, 'cafe'),
    findMatches(cues, ' '),
    findMatches(cues, 'x'),
  ]).toEqual([[0, 2], [1], [], []]);
});

test('what is found is marked, as often as it is there', () => {
  expect(splitAtMatches('A cat, a Cat', 'cat')).toEqual([
    { text: 'A ', isMatch: false },
    { text: 'cat', isMatch: true },
    { text: ', a ', isMatch: false },
    { text: 'Cat', isMatch: true },
  ]);
  expect(splitAtMatches('A cat', '')).toEqual([{ text: 'A cat', isMatch: false }]);
});

test('matches are walked around', () => {
  expect([stepMatch(0, 3, -1), stepMatch(2, 3, 1), stepMatch(0, 0, 1)]).toEqual([2, 0, 0]);
});
