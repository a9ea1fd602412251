import { api } from '#client/api/client.ts';
import { listPeople } from '#client/room/select.ts';
import type { Watch } from '../watch.ts';
import type { Mentionable } from './mention-rules.ts';

const MOST = 8;

/**
 * Who can see the video and is called so: those who are here, then members of its organization. These are told to members
 * only, and without them the others still are.
 */
export async function findPeople(watch: Watch, query: string): Promise<Mentionable[]> {
  const here = listPeople(watch.state.peek()).flatMap(({ userId, name }) =>
    userId ? [{ userId, name }] : [],
  );
  const found = new Map<string, Mentionable>();
  const own = watch.viewer.peek().userId;
  const looked = query.toLocaleLowerCase();
  for (const person of [...here, ...(await findMembers(watch, query))]) {
    const isCalledSo = person.name.toLocaleLowerCase().includes(looked);
    if (isCalledSo && person.userId !== own && !found.has(person.userId)) found.set(person.userId, person);
  }
  return [...found.values()].slice(0, MOST);
}

async function findMembers(watch: Watch, query: string): Promise<Mentionable[]> {
  if (watch.viewer.peek().kind !== 'registered') return [];
  const params = {
    path: { organizationId: watch.boot.video.organizationId },
    query: { limit: MOST + 1, ...(query === '' ? {} : { q: query }) },
  };
  const call = api.GET('/api/organizations/{organizationId}/members', { params });
  const { data } = await call.catch(() => ({ data: undefined }));
  return (data?.items ?? []).map(({ user }) => ({ userId: user.id, name: user.name }));
}
