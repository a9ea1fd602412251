import { describe, expect, test } from 'vitest';
import { filterWords } from '#client/app/library/filter-words.ts';
import { inLots, refusalWords } from '#client/app/library/outcomes.ts';
import { isSoon, timeLeftWords } from '#client/app/library/purge-time.ts';
import { appended, movedTo } from '#client/app/library/series-order.ts';
import { cutOf, readStoryboard, tileAt } from '#client/ui/storyboard.ts';
import { tagFault, tagsIn } from '#client/app/library/tag-words.ts';

describe('a change of many', () => {
  test('goes in lots, the last as large as what is left', () => {
    expect(inLots([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inLots([], 2)).toEqual([]);
  });

  test('says each reason once, with whom it is about', () => {
    const outcomes = [
      { id: 'a', isDone: true, detail: null },
      { id: 'b', isDone: false, detail: 'Not yours.' },
      { id: 'c', isDone: false, detail: 'Not yours.' },
      { id: 'd', isDone: false, detail: null },
    ];
    expect(refusalWords(outcomes, (id) => id.toUpperCase())).toEqual([
      { reason: 'Not yours.', titles: ['B', 'C'] },
      { reason: 'That did not work. Try again in a moment.', titles: ['D'] },
    ]);
  });
});

describe('the order of a series', () => {
  test.each([
    [0, 2, 'bcad'],
    [3, 0, 'dabc'],
    [1, 1, 'abcd'],
    [1, 99, 'acdb'],
    [1, -1, 'bacd'],
  ])('moved from %d to %d is %s', (from, to, order) => {
    expect(movedTo([...'abcd'], from, to).join('')).toBe(order);
  });

  test('takes more behind, each once, and no more than it holds', () => {
    expect(appended(['a', 'b'], ['b', 'c'])).toEqual(['a', 'b', 'c']);
    const full = Array.from({ length: 500 }, (_, index) => `v${index}`);
    expect(appended(full, ['v1'])).toHaveLength(500);
    expect(appended(full, ['new'])).toBeNull();
  });
});

describe('the time left in the trash', () => {
  const NOW = Date.parse('2026-01-01T00:00:00Z');
  test.each([
    ['2026-01-30T23:59:00Z', '29 days', false],
    ['2026-01-03T00:00:00Z', '2 days', false],
    ['2026-01-02T23:59:00Z', '47 hours', false],
    ['2026-01-01T01:30:00Z', '1 hour', true],
    ['2026-01-01T00:10:00Z', 'less than an hour', true],
    ['2025-12-31T00:00:00Z', 'less than an hour', true],
  ])('until %s is %s', (purgedAt, words, soon) => {
    expect(timeLeftWords(purgedAt, NOW)).toBe(words);
    expect(isSoon(purgedAt, NOW)).toBe(soon);
  });
});

describe('tags in one line', () => {
  test('are what stands between commas, each once', () => {
    expect(tagsIn(' big  bunny, ,rushes,big bunny,')).toEqual(['big bunny', 'rushes']);
    expect(tagsIn('')).toEqual([]);
  });

  test('are at most fifty characters long each', () => {
    expect(tagFault(['x'.repeat(50)])).toBeUndefined();
    expect(tagFault(['short', 'x'.repeat(51)])).toMatch(/too long/);
  });
});

test('a filter is said by the name of what it names', () => {
  const parts = {
    channels: [{ id: 'c', name: 'Trailers' }],
    series: [],
    tags: [],
    categories: [],
    people: [],
  };
  expect(filterWords('channel', 'c', parts as never)).toBe('Channel: Trailers');
  expect(filterWords('channel', 'x', parts as never)).toBe('Channel: one that is not there');
  expect(filterWords('author', 'me', null)).toBe('By: me');
  expect(filterWords('status', 'error', null)).toBe('Status: Failed');
});

describe('a storyboard', () => {
  const TRACK = [
    'WEBVTT\n',
    '00:00:00.000 --> 00:00:30.000\nstoryboard.jpg#xywh=0,0,160,90\n',
    '00:00:30.000 --> 00:01:00.000\nstoryboard.jpg#xywh=160,0,160,90\n',
    '01:00:00.000 --> 01:00:30.000\nstoryboard.jpg#xywh=0,90,160,90\n',
  ].join('\n');
  const board = readStoryboard(TRACK, 'https://lockstep.test/media/g/v/storyboard.vtt');
  const [, second] = board?.tiles ?? [];

  test('is read from its track, its picture beside it', () => {
    expect(board?.pictureUrl).toBe('https://lockstep.test/media/g/v/storyboard.jpg');
    expect(board?.tiles.map(({ startSeconds }) => startSeconds)).toEqual([0, 30, 3600]);
    expect(second).toEqual({ startSeconds: 30, x: 160, y: 0, width: 160, height: 90 });
    expect(readStoryboard('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n', 'https://x.test/')).toBeUndefined();
  });

  test('shows the picture of a share of the length', () => {
    const at = (share: number) => tileAt(board?.tiles ?? [], share, 60)?.startSeconds;
    expect([at(0), at(0.49), at(0.5), at(1), at(2), at(-1)]).toEqual([0, 0, 30, 30, 30, 0]);
  });

  test('is cut by shares, whatever the size it is shown in', () => {
    expect(second && cutOf(second, { width: 320, height: 180 })).toEqual({
      size: '200% 200%',
      position: '100% 0%',
    });
    expect(second && cutOf({ ...second, x: 0 }, { width: 160, height: 90 })).toEqual({
      size: '100% 100%',
      position: '0% 0%',
    });
  });
});
