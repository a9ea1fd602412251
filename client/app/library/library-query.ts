/** What narrows the library, each by the name it has in the address. */
export const FILTERS = [
  'status',
  'visibility',
  'author',
  'tag',
  'freeTag',
  'category',
  'channel',
  'series',
  'from',
  'to',
  'archived',
] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export const STATUSES = ['pending', 'processing', 'complete', 'error', 'cancelled'] as const;
export const VISIBILITIES = ['private', 'organization', 'unlisted', 'public'] as const;
export const ARCHIVED = ['only', 'include'] as const;
export const SORTS = ['relevance', 'newest', 'oldest', 'updated', 'title', 'position'] as const;
export type Sort = (typeof SORTS)[number];

/** What is looked for, as the address says it: Back, reload and a sent link show the same. */
export interface LibraryQuery {
  readonly words: string;
  readonly filters: Filters;
  /** Null: the order this list has by itself. */
  readonly sort: Sort | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isOneOf =
  (choices: readonly string[]) =>
  (value: string): boolean =>
    choices.includes(value);
const isId = (value: string): boolean => UUID.test(value);
const isDay = (value: string): boolean => DAY.test(value) && !Number.isNaN(Date.parse(value));

const IS_GOOD: Record<FilterName, (value: string) => boolean> = {
  status: isOneOf(STATUSES),
  visibility: isOneOf(VISIBILITIES),
  author: (value) => value === 'me' || isId(value),
  tag: isId,
  freeTag: (value) => value.length <= 50,
  category: isId,
  channel: isId,
  series: isId,
  from: isDay,
  to: isDay,
  archived: isOneOf(ARCHIVED),
};

/** The longest search the server takes. */
export const MOST_CHARACTERS = 200;

/** What an address asks for; what nobody could have chosen is left out rather than refused. */
export function readQuery(params: Readonly<Record<string, string>>): LibraryQuery {
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of FILTERS) {
    const value = params[name]?.trim() ?? '';
    if (value !== '' && IS_GOOD[name](value)) filters[name] = value;
  }
  const words = (params['q'] ?? '').trim().slice(0, MOST_CHARACTERS);
  const sort = SORTS.find((each) => each === params['sort']) ?? null;
  const query = { words, filters, sort };
  return { ...query, sort: sort !== null && sortsOf(query).includes(sort) ? sort : null };
}

/** The same as an address; always in the same order, so that it also names what was found. */
export function addressOf(path: string, { words, filters, sort }: LibraryQuery): string {
  const params = new URLSearchParams();
  if (words !== '') params.set('q', words);
  for (const name of FILTERS) {
    const value = filters[name];
    if (value) params.set(name, value);
  }
  if (sort !== null) params.set('sort', sort);
  const search = params.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The orders the server keeps this list in, its own first. */
export function sortsOf({ words, filters }: Pick<LibraryQuery, 'words' | 'filters'>): readonly Sort[] {
  if (words !== '') return ['relevance', 'newest', 'oldest'];
  if (filters.tag || filters.freeTag || filters.category) return ['newest', 'oldest'];
  if (filters.series) return ['position'];
  if (filters.channel) return ['newest', 'oldest'];
  return ['newest', 'oldest', 'updated', 'title'];
}

/** With one filter set, or taken away by an empty value; an order that is gone with it gives way. */
export function withFilter(query: LibraryQuery, name: FilterName, value: string): LibraryQuery {
  const filters: Partial<Record<FilterName, string>> = { ...query.filters };
  if (value === '') delete filters[name];
  else filters[name] = value;
  return withSort({ ...query, filters }, query.sort);
}

export const withSort = (query: LibraryQuery, sort: Sort | null): LibraryQuery => ({
  ...query,
  sort: sort !== null && sortsOf(query).includes(sort) && sort !== sortsOf(query)[0] ? sort : null,
});

export const withWords = (query: LibraryQuery, words: string): LibraryQuery =>
  withSort({ ...query, words: words.trim().slice(0, MOST_CHARACTERS) }, query.sort);

/** Those that mean nothing in another organization. */
const OF_ONE_ORGANIZATION: readonly FilterName[] = ['author', 'tag', 'channel', 'series'];

/** What of a question can be asked of another organization, too. */
export const forOtherOrganization = (query: LibraryQuery): LibraryQuery =>
  OF_ONE_ORGANIZATION.reduce((asked, name) => withFilter(asked, name, ''), query);

export const isNarrowed = ({ words, filters }: LibraryQuery): boolean =>
  words !== '' || Object.keys(filters).length > 0;
