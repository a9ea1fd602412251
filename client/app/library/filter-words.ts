import type { ARCHIVED, FilterName, Filters, Sort, STATUSES, VISIBILITIES } from './library-query.ts';
import type { Parts } from './organization-parts.ts';

export const FILTER_LABELS: Record<FilterName, string> = {
  status: 'Status',
  visibility: 'Shared with',
  author: 'By',
  tag: 'Team tag',
  freeTag: 'Tag',
  category: 'Category',
  channel: 'Channel',
  series: 'Series',
  from: 'From',
  to: 'Until',
  archived: 'Archive',
};

export const STATUS_WORDS: Record<(typeof STATUSES)[number], string> = {
  pending: 'Waiting for its file',
  processing: 'Being prepared',
  complete: 'Ready',
  error: 'Failed',
  cancelled: 'Cancelled',
};

export const VISIBILITY_WORDS: Record<(typeof VISIBILITIES)[number], string> = {
  private: 'Only me',
  organization: 'The team',
  unlisted: 'Who has the link',
  public: 'Everybody',
};

export const ARCHIVED_WORDS: Record<(typeof ARCHIVED)[number], string> = {
  only: 'Archived only',
  include: 'Archived too',
};

export const SORT_WORDS: Record<Sort, string> = {
  relevance: 'Best match',
  newest: 'Newest first',
  oldest: 'Oldest first',
  updated: 'Last changed',
  title: 'Title',
  position: 'Order of the series',
};

type Named = readonly { id: string; name: string }[];
const nameIn = (things: Named | undefined, id: string): string =>
  things?.find((thing) => thing.id === id)?.name ?? 'one that is not there';

/** A filter as one reads it: "Status: Failed". Names of things are known once `parts` are. */
export function filterWords(name: FilterName, value: string, parts: Parts | null): string {
  const said: Record<FilterName, () => string> = {
    status: () => STATUS_WORDS[value as keyof typeof STATUS_WORDS],
    visibility: () => VISIBILITY_WORDS[value as keyof typeof VISIBILITY_WORDS],
    archived: () => ARCHIVED_WORDS[value as keyof typeof ARCHIVED_WORDS],
    author: () => (value === 'me' ? 'me' : nameIn(parts?.people, value)),
    tag: () => nameIn(parts?.tags, value),
    category: () => nameIn(parts?.categories, value),
    channel: () => nameIn(parts?.channels, value),
    series: () => nameIn(parts?.series, value),
    freeTag: () => value,
    from: () => value,
    to: () => value,
  };
  return `${FILTER_LABELS[name]}: ${said[name]()}`;
}

export const activeFilters = (filters: Filters): [FilterName, string][] =>
  Object.entries(filters).filter(([, value]) => value) as [FilterName, string][];

/** Whether its value is something's id, which says nothing until its name is known. */
export const NEEDS_NAMES: readonly FilterName[] = ['author', 'tag', 'category', 'channel', 'series'];
