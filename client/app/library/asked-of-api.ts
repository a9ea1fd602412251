import type { paths } from '#client/api/openapi.d.ts';
import type { LibraryQuery, Sort } from './library-query.ts';

type ListQuery = NonNullable<paths['/api/videos']['get']['parameters']['query']>;
type SearchQuery = paths['/api/search']['get']['parameters']['query'];
type Filter = Omit<ListQuery, 'sort' | 'limit' | 'cursor'>;

/** Two, three, four and six cards a row come out even. */
export const PAGE_ITEMS = 24;

/** The filters of an address in the API's words. A day is the viewer's own, from midnight to midnight. */
export function filterOf(organizationId: string, { filters }: LibraryQuery): Filter {
  const { from, to, archived, status, visibility, ...same } = filters;
  return {
    organization: organizationId,
    ...same,
    // Checked when the address was read.
    ...(status && { status: status as NonNullable<Filter['status']> }),
    ...(visibility && { visibility: visibility as NonNullable<Filter['visibility']> }),
    archived: (archived as Filter['archived']) ?? 'exclude',
    ...(from && { createdFrom: midnight(from, 0) }),
    ...(to && { createdBefore: midnight(to, 1) }),
  };
}

function midnight(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}

export const listQueryOf = (
  organizationId: string,
  query: LibraryQuery,
  cursor: string | null,
): ListQuery => ({
  ...filterOf(organizationId, query),
  ...(query.sort && { sort: query.sort as Exclude<Sort, 'relevance'> }),
  limit: PAGE_ITEMS,
  ...(cursor && { cursor }),
});

export const searchQueryOf = (
  organizationId: string,
  query: LibraryQuery,
  cursor: string | null,
): SearchQuery => ({
  ...filterOf(organizationId, query),
  q: query.words,
  sort: (query.sort as SearchQuery['sort']) ?? 'relevance',
  limit: PAGE_ITEMS,
  ...(cursor && { cursor }),
});
