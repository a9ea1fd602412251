import { describe, expect, test } from 'vitest';
import {
  countWords,
  cursorOf,
  entriesOf,
  withPage,
  withVideo,
  type Entry,
  type ListPage,
  type Video,
} from '#client/app/library/pages.ts';

/** Only what a rule looks at. */
const entry = (id: string, title = id): Entry => ({ video: { id, title } as Video, found: null });
const page = (ids: string[], more: Partial<ListPage> = {}): ListPage => ({
  cursor: null,
  items: ids.map((id) => entry(id)),
  next: null,
  prev: null,
  total: null,
  ...more,
});
const shown = (pages: readonly ListPage[], hidden: string[] = []) =>
  entriesOf(pages, new Set(hidden)).map(({ video }) => video.id);

describe('pages', () => {
  test('are shown one behind the other, and before each other', () => {
    const pages = withPage([page(['c', 'd'])], page(['e']), 'behind');
    expect(shown(withPage(pages, page(['a', 'b']), 'before'))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('show a video that comes twice once, where it was seen first', () => {
    expect(shown([page(['a', 'b']), page(['b', 'c'])])).toEqual(['a', 'b', 'c']);
  });

  test('leave out what is hidden and have it back in its place', () => {
    const pages = [page(['a', 'b', 'c'])];
    expect(shown(pages, ['b'])).toEqual(['a', 'c']);
    expect(shown(pages)).toEqual(['a', 'b', 'c']);
  });

  test('take a video’s newer state, and others stay the objects they were', () => {
    const pages = [page(['a']), page(['b'])];
    const changed = withVideo(pages, { id: 'b', title: 'New' } as Video);
    expect(changed[0]).toBe(pages[0]);
    expect(changed[1]?.items).toEqual([entry('b', 'New')]);
  });

  test('know by what the page of a video was asked', () => {
    const pages = [page(['a']), page(['b'], { cursor: 'behind-a' })];
    expect([cursorOf(pages, 'a'), cursorOf(pages, 'b'), cursorOf(pages, 'x')]).toEqual([
      null,
      'behind-a',
      null,
    ]);
  });
});

test.each([
  [[page(['a'])], 1, '1 video'],
  [[page(['a', 'b'])], 2, '2 videos'],
  [[page(['a', 'b'], { next: 'n' })], 2, '2 videos shown, there are more'],
  [[page(['a', 'b'], { prev: 'p' })], 2, '2 videos shown, there are more'],
  [[page(['a'], { total: { count: 1, isMore: false } })], 1, '1 video found'],
  [[page(['a'], { total: { count: 200, isMore: true }, next: 'n' })], 24, '200 videos and more found'],
])('the count of %# says what is known', (pages, count, words) => {
  expect(countWords(pages, count)).toBe(words);
});
