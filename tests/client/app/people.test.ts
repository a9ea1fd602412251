import { describe, expect, test } from 'vitest';
import { describePerson, describeSkew, ringOf } from '#client/app/watch/screening/people.ts';
import { shownLike } from '#client/app/watch/likes.ts';
import { somePerson, someState } from './room-fixture.ts';

describe('a person against the clock', () => {
  test.each([
    [{ screeningId: 's', offsetMs: 12.4 }, 'in-step', 'Ann, in step, 12 ms off'],
    [{ screeningId: 's', offsetMs: -412 }, 'adrift', 'Ann, 412 ms behind'],
    [{ screeningId: 's', offsetMs: 2310 }, 'adrift', 'Ann, 2.3 s ahead'],
    [{ screeningId: 's', offsetMs: null }, 'none', 'Ann, getting in step'],
    [
      { screeningId: 's', offsetMs: 3, activity: 'typing' as const },
      'in-step',
      'Ann, in step, 3 ms off, typing',
    ],
    [{ screeningId: null }, 'none', 'Ann, watching alone'],
    [{ screeningId: 's', activity: 'away' as const }, 'away', 'Ann, away'],
  ])('%o', (over, ring, words) => {
    const person = somePerson('Ann', over);
    expect([ringOf(person), describePerson(person, false)]).toEqual([ring, words]);
  });
});

test('skew is told as measured, rounded up, and only of those who report', () => {
  const measured = (reporting: number, p95Ms: number) => someState({ skew: { reporting, p50Ms: 3, p95Ms } });
  expect(describeSkew(someState(), 1)).toBe('Nobody else yet');
  expect(describeSkew(someState(), 3)).toBe('3 in step');
  expect(describeSkew(measured(3, 17.2), 3)).toBe('All 3 within 18 ms');
  expect(describeSkew(measured(2, 8.1), 2)).toBe('Both within 9 ms');
  expect(describeSkew(measured(2, 0.2), 5)).toBe('2 of 5 within 1 ms');
});

describe('a like under way', () => {
  const stands = { likeCount: 4, isLiked: false };
  const asking = (isLiked: boolean, commentId?: string) =>
    someState({
      pending: [{ op: { t: 'like.set', id: 'op', isLiked, commentId }, madeAtMs: 0 }],
    });

  test('is shown as it will stand', () => {
    expect(shownLike(someState(), null, stands)).toEqual({ ...stands, isPending: false });
    expect(shownLike(asking(true), null, stands)).toEqual({ likeCount: 5, isLiked: true, isPending: true });
    expect(shownLike(asking(false), null, { likeCount: 5, isLiked: true })).toMatchObject({ likeCount: 4 });
  });

  test('of one target says nothing about another', () => {
    expect(shownLike(asking(true, 'c'), null, stands)).toEqual({ ...stands, isPending: false });
    expect(shownLike(asking(true, 'c'), 'c', stands)).toMatchObject({ likeCount: 5, isLiked: true });
  });
});
