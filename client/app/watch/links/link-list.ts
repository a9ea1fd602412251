import { signal } from '@preact/signals';
import { v7 as uuidv7 } from 'uuid';
import { api, type Shape } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';
import type { Link } from './link-words.ts';

/** The links of one video, as the server has them: what is asked for is shown once it is done. */
export function createLinkList(videoId: string) {
  const links = signal<Link[] | null>(null);
  const next = signal<string | null>(null);
  const path = { id: videoId };
  const put = (changed: Link) => {
    links.value = (links.value ?? []).map((link) => (link.id === changed.id ? changed : link));
  };
  return {
    links,
    next,
    /** The first page, or the one after what is there. */
    async load(): Promise<void> {
      const query = next.value === null ? {} : { cursor: next.value };
      const page = await answerOf(api.GET('/api/videos/{id}/links', { params: { path, query } }));
      links.value = [...(links.value ?? []), ...page.items];
      next.value = page.next;
    },
    /** The id is made here: asked again after a cut, it is the same link. */
    async make(draft: Shape<'WatchLinkDraft'>, id: string): Promise<Link> {
      const body = { ...draft, id };
      const made = await answerOf(api.POST('/api/videos/{id}/links', { params: { path }, body }));
      links.value = [made, ...(links.value ?? []).filter((link) => link.id !== made.id)];
      return made;
    },
    async takeBack(link: Link): Promise<void> {
      const params = { path: { ...path, linkId: link.id } };
      await answerOf(api.DELETE('/api/videos/{id}/links/{linkId}', { params }));
      put({ ...link, state: 'revoked', revokedAt: new Date().toISOString() });
    },
    async takeOver(link: Link): Promise<void> {
      const params = { path: { ...path, linkId: link.id } };
      const body = { takeOver: true as const };
      put(await answerOf(api.PATCH('/api/videos/{id}/links/{linkId}', { params, body })));
    },
  };
}
export type LinkList = ReturnType<typeof createLinkList>;
export const newLinkId = (): string => uuidv7();
