import { api, type Shape } from '#client/api/client.ts';
import { answerOf } from '../request.ts';

/** What videos of an organization are grouped by, and who made them. */
export interface Parts {
  channels: readonly Shape<'Channel'>[];
  series: readonly Shape<'Series'>[];
  tags: readonly Shape<'Tag'>[];
  categories: readonly { id: string; name: string }[];
  people: readonly { id: string; name: string }[];
}

const MOST_A_PAGE = 100;
/** More choices than anybody looks through. */
const MOST_PAGES = 5;

/** A list from its beginning, page by page. */
export async function allOf<Item>(
  ask: (page: { limit: number; cursor?: string }) => Promise<{ items: Item[]; next: string | null }>,
  mostPages = MOST_PAGES,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const answer: { items: Item[]; next: string | null } = await ask({
      limit: MOST_A_PAGE,
      ...(cursor && { cursor }),
    });
    all.push(...answer.items);
    cursor = answer.next;
    if (cursor === null) break;
  }
  return all;
}

export const listChannels = (organizationId: string, signal: AbortSignal) =>
  allOf((query) =>
    answerOf(
      api.GET('/api/organizations/{organizationId}/channels', {
        params: { path: { organizationId }, query },
        signal,
      }),
    ),
  );

export const listSeries = (organizationId: string, signal: AbortSignal) =>
  allOf((query) =>
    answerOf(
      api.GET('/api/organizations/{organizationId}/series', {
        params: { path: { organizationId }, query },
        signal,
      }),
    ),
  );

export const listMembers = (organizationId: string, signal: AbortSignal) =>
  allOf((query) =>
    answerOf(
      api.GET('/api/organizations/{organizationId}/members', {
        params: { path: { organizationId }, query },
        signal,
      }),
    ),
  );

const listTags = (organizationId: string, signal: AbortSignal) =>
  allOf((query) =>
    answerOf(
      api.GET('/api/organizations/{organizationId}/tags', {
        params: { path: { organizationId }, query },
        signal,
      }),
    ),
  );

const listCategories = (signal: AbortSignal) => answerOf(api.GET('/api/categories', { signal }));

export async function loadParts(organizationId: string, signal: AbortSignal): Promise<Parts> {
  const [channels, series, tags, { items: categories }, members] = await Promise.all([
    listChannels(organizationId, signal),
    listSeries(organizationId, signal),
    listTags(organizationId, signal),
    listCategories(signal),
    listMembers(organizationId, signal),
  ]);
  return { channels, series, tags, categories, people: members.map(({ user }) => user) };
}

/** Who opens and changes channels and series; the server has the last word. */
export const mayArrange = ({ role }: Shape<'Organization'>): boolean => role !== 'MEMBER';
