import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFlights, FLIGHT_MS } from '#client/app/watch/reactions/flights.ts';
import { coldHeat, heatOf, heatShares, warmed } from '#client/app/watch/reactions/heat-shares.ts';
import { OwnReactions } from '#client/app/watch/reactions/own-reactions.ts';
import { isNear, reactionGains } from '#client/app/watch/reactions/reaction-gains.ts';
import { withReactions } from '#client/room/reactions.ts';

const of = (second: number, count: number, emoji: '🔥' | '👍' = '🔥') => ({ second, emoji, count });

describe('what was added', () => {
  const before = withReactions(new Map(), [of(3, 2), of(4, 1)]);

  test('is the difference; of a count never heard of before only the last is sure', () => {
    const now = withReactions(before, [of(3, 5), of(4, 1), of(9, 57)]);
    expect(reactionGains(now, before)).toEqual([of(3, 3), of(9, 1)]);
    expect(reactionGains(before, before)).toEqual([]);
  });

  test('is near within three seconds', () => {
    expect([6, 7, 13, 14].map((second) => isNear(of(second, 1), 10.7))).toEqual([false, true, true, false]);
  });

  test('by oneself has been shown already, once', () => {
    const own = new OwnReactions();
    own.note('🔥', 3.9, 1);
    own.note('🔥', 3.1, 1);
    own.note('🔥', 3.1, -1);
    expect([own.takeFrom(of(3, 3)), own.takeFrom(of(3, 1)), own.takeFrom(of(4, 1))]).toEqual([2, 1, 1]);
  });
});

describe('heat', () => {
  test('has what the API knows and what was heard since, as shares of the most', () => {
    const read = heatOf({ bucketSeconds: 10, items: [of(10, 2), of(10, 1, '👍'), of(30, 1)] }, 35);
    const heat = warmed(read, [of(12, 1), of(99, 3)]);
    expect(heat.counts).toEqual([0, 4, 0, 4]);
    expect(heatShares(warmed(heat, [of(15, 12)]))).toEqual([0, 1, 0, 0.5]);
  });

  test('of nothing is none, and a long video has no more parts than can be seen', () => {
    expect(heatShares(coldHeat(60))).toEqual([]);
    expect(coldHeat(60).counts).toHaveLength(60);
    expect(coldHeat(36_000).counts).toHaveLength(120);
  });
});

describe('flights', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('land by themselves, and are never more than twenty', () => {
    const flights = createFlights();
    flights.launch('🔥', 15);
    vi.advanceTimersByTime(FLIGHT_MS / 2);
    flights.launch('👍', 15);
    expect(flights.aloft.value).toHaveLength(20);
    vi.advanceTimersByTime(FLIGHT_MS / 2);
    expect(flights.aloft.value.map(({ emoji }) => emoji)).toEqual(Array.from({ length: 5 }, () => '👍'));
    vi.advanceTimersByTime(FLIGHT_MS);
    expect(flights.aloft.value).toEqual([]);
  });
});
