import { describe, expect, test } from 'vitest';
import { filterOf, listQueryOf, searchQueryOf } from '#client/app/library/asked-of-api.ts';
import {
  addressOf,
  forOtherOrganization,
  isNarrowed,
  readQuery,
  sortsOf,
  withFilter,
  withSort,
  withWords,
  type LibraryQuery,
} from '#client/app/library/library-query.ts';

const NOTHING: LibraryQuery = { words: '', filters: {}, sort: null };
const CHANNEL = '019aa0c0-0000-7000-8000-000000000001';
const PERSON = '019aa0c0-0000-7000-8000-000000000002';
const ORGANIZATION = '019aa0c0-0000-7000-8000-000000000003';

const read = (address: string): LibraryQuery =>
  readQuery(Object.fromEntries(new URL(address, 'https://lockstep.test').searchParams));

describe('an address', () => {
  test('that says nothing asks for everything', () => {
    expect(read('/library')).toEqual(NOTHING);
    expect(addressOf('/library', NOTHING)).toBe('/library');
    expect(isNarrowed(NOTHING)).toBe(false);
  });

  test('says again what was read from it, whatever order it came in', () => {
    const address = `/library?q=big+bunny&status=error&channel=${CHANNEL}&from=2026-01-02&sort=newest`;
    const turned = `/library?sort=newest&from=2026-01-02&channel=${CHANNEL}&status=error&q=big%20bunny`;
    expect(addressOf('/library', read(turned))).toBe(address);
    expect(isNarrowed(read(address))).toBe(true);
  });

  test('keeps words that look like an address themselves', () => {
    const query = withWords(NOTHING, 'a&status=error #1 ?');
    expect(read(addressOf('/library', query))).toEqual(query);
  });

  test.each([
    ['status=gone'],
    ['visibility=all'],
    ['channel=trailers'],
    ['author=somebody'],
    ['from=2026-13-45'],
    ['to=yesterday'],
    ['archived=maybe'],
    ['sort=loudest'],
    [`freeTag=${'x'.repeat(51)}`],
    ['q=%20%20'],
  ])('with %s asks for what can be asked', (search) => {
    expect(read(`/library?${search}`)).toEqual(NOTHING);
  });

  test('searches for no more than the server takes', () => {
    expect(read(`/library?q=${'x'.repeat(300)}`).words).toHaveLength(200);
  });
});

describe('the order', () => {
  test('is one the server keeps this list in', () => {
    expect(read('/library?sort=title').sort).toBe('title');
    expect(read('/library?sort=title&freeTag=rushes').sort).toBeNull();
    expect(read(`/library?sort=title&series=${CHANNEL}`).sort).toBeNull();
    expect(read('/library?sort=relevance').sort).toBeNull();
  });

  test('gives way to a filter that has none such, and to words', () => {
    const byTitle = withSort(NOTHING, 'title');
    expect(withFilter(byTitle, 'status', 'error').sort).toBe('title');
    expect(withFilter(byTitle, 'channel', CHANNEL).sort).toBeNull();
    expect(withWords(byTitle, 'bunny').sort).toBeNull();
  });

  test('is not said where it is the list’s own', () => {
    expect(withSort(NOTHING, 'newest').sort).toBeNull();
    const found = withWords(NOTHING, 'bunny');
    expect(sortsOf(found)[0]).toBe('relevance');
    expect(withSort(found, 'newest').sort).toBe('newest');
  });
});

describe('filters', () => {
  test('are set, and taken away by nothing', () => {
    const narrowed = withFilter(NOTHING, 'status', 'error');
    expect(narrowed.filters).toEqual({ status: 'error' });
    expect(withFilter(narrowed, 'status', '')).toEqual(NOTHING);
  });

  test('that are an organization’s own do not go to another', () => {
    const asked = read(`/library?q=x&status=error&channel=${CHANNEL}&author=${PERSON}&from=2026-01-02`);
    expect(forOtherOrganization(asked)).toEqual({
      words: 'x',
      filters: { status: 'error', from: '2026-01-02' },
      sort: null,
    });
  });

  test('reach the API in its words, days from midnight to midnight', () => {
    const query = read('/library?status=error&from=2026-01-31&to=2026-01-31&archived=only');
    expect(filterOf(ORGANIZATION, query)).toEqual({
      organization: ORGANIZATION,
      status: 'error',
      archived: 'only',
      createdFrom: new Date(2026, 0, 31).toISOString(),
      createdBefore: new Date(2026, 1, 1).toISOString(),
    });
  });

  test('leave the archive out unless it is asked for', () => {
    expect(listQueryOf(ORGANIZATION, NOTHING, null)).toEqual({
      organization: ORGANIZATION,
      archived: 'exclude',
      limit: 24,
    });
    expect(searchQueryOf(ORGANIZATION, withWords(NOTHING, ' bunny '), 'c')).toEqual({
      organization: ORGANIZATION,
      archived: 'exclude',
      limit: 24,
      q: 'bunny',
      sort: 'relevance',
      cursor: 'c',
    });
  });
});
