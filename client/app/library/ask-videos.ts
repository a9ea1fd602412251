import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';
import { listQueryOf, searchQueryOf } from './asked-of-api.ts';
import type { LibraryQuery } from './library-query.ts';
import type { Found, ListPage } from './pages.ts';

/** One page of what an address asks for: a search where it has words, else a list. */
export async function askVideos(
  organizationId: string,
  query: LibraryQuery,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ListPage> {
  if (query.words === '') {
    const asked = listQueryOf(organizationId, query, cursor);
    const {
      items,
      next,
      prev = null,
    } = await answerOf(api.GET('/api/videos', { params: { query: asked }, signal }));
    return { cursor, items: items.map((video) => ({ video, found: null })), next, prev, total: null };
  }
  const asked = searchQueryOf(organizationId, query, cursor);
  const {
    items,
    next,
    prev = null,
    total,
  } = await answerOf(api.GET('/api/search', { params: { query: asked }, signal }));
  const entries = items.map(({ video, title, description, spoken }) => ({
    video,
    // The description's types lose that it may be null.
    found: { title, description: description as Found['description'], spoken },
  }));
  return { cursor, items: entries, next, prev, total };
}
