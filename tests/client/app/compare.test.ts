import { describe, expect, test } from 'vitest';
import { formatCompare, parseCompare } from '#client/app/compare/compare-state.ts';
import { extentOf, followBy, isMissing, onTimeline, timeOf } from '#client/app/compare/pair-rules.ts';

const START = { mode: 'side', offsetFrames: 0, sound: 'a', wipe: 50, seconds: 0 };

describe('the address of a comparison', () => {
  test('says what differs from the start, and is read back so', () => {
    const state = { mode: 'wipe', offsetFrames: -12, sound: 'b', wipe: 30, seconds: 4.0625 } as const;
    const address = formatCompare(state);
    expect(address).toBe('?mode=wipe&sound=b&offset=-12&wipe=30&t=4.063');
    expect(parseCompare(address)).toEqual({ ...state, seconds: 4.063 });
    expect([formatCompare(parseCompare('')), parseCompare('')]).toEqual(['', START]);
  });

  test('is held within bounds, and strange words are none', () => {
    expect(parseCompare('?mode=x&sound=c&offset=1e99&wipe=-5&t=NaN')).toEqual({
      ...START,
      offsetFrames: 100_000,
      wipe: 0,
    });
  });
});

describe('two videos on one timeline', () => {
  const lengths = { a: 10, b: 8, offsetSeconds: 2 };

  test('begin with the first frame of either and end with the last', () => {
    expect(extentOf(lengths)).toEqual({ start: -2, end: 10 });
    expect(extentOf({ a: 10, b: 20, offsetSeconds: -3 })).toEqual({ start: 3 - 3, end: 23 });
  });

  test('stand at times that lead back to it', () => {
    expect([timeOf('a', 5, lengths), timeOf('b', 5, lengths)]).toEqual([5, 7]);
    expect([onTimeline('a', 5, lengths), onTimeline('b', 7, lengths)]).toEqual([5, 5]);
  });

  test.each([
    [-1, true, false],
    [0, false, false],
    [5.9, false, false],
    [6, false, true],
    [10, true, true],
  ])('at %d s: A missing %j, B missing %j', (seconds, a, b) => {
    expect([isMissing('a', seconds, lengths), isMissing('b', seconds, lengths)]).toEqual([a, b]);
  });
});

test('who follows is left alone, hurried, held back, or sought', () => {
  expect([followBy(0.01), followBy(-0.03), followBy(0.2), followBy(-0.5)]).toEqual([
    { rate: 1 },
    { rate: 1.03 },
    { rate: 0.95 },
    'seek',
  ]);
});
