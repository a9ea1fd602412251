import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { SocketClient } from '#tests/rooms/socket-client.ts';
import { FILM } from '#tests/browser/film.ts';
import { uploadFilm, type Film } from './films.ts';
import { enterAsGuest, signUp, type Person } from './people.ts';

/** What a right's end takes, from the request that ends it: until its holder's socket is closed and its media refused. */
export interface Ended {
  closedMs: number;
  refusedMs: number;
}

/** Between two looks at the media: what playing in 50 tabs at once asks. */
const EVERY_MS = 10;
const PATIENCE_MS = 5_000;

export type WaysToEnd = Record<
  'link taken back' | 'video made private' | 'member removed' | 'video deleted',
  () => Promise<Ended>
>;

/** Ways to lose a right on a running product, each with a holder in the room and at the media; once a call. */
export async function waysToEnd(origin: string, superuserUrl: string): Promise<WaysToEnd> {
  const [ada, bob, carol] = [
    await signUp(origin, 'Ada'),
    await signUp(origin, 'Bob'),
    await enterAsGuest(origin, 'Carol'),
  ];
  const film = (visibility: string) => uploadFilm(ada, { file: FILM, visibility });
  const secret = await film('private');
  return {
    'link taken back': async () => {
      const links = `/api/videos/${secret.id}/links`;
      const link = await ada.session.json<{ id: string; token: string }>('POST', links, { role: 'control' });
      await carol.session.json('POST', `/api/links/${link.token}`, {});
      return timeEnd(carol, secret, () => ada.session.send('DELETE', `${links}/${link.id}`));
    },
    // A film a time: for a while after a right was taken away a room asks who comes by it for a newer ticket (R65).
    'video made private': async () => {
      const open = await film('public');
      const edit = { visibility: 'private' };
      return timeEnd(bob, open, () => ada.session.json('PATCH', `/api/videos/${open.id}`, edit));
    },
    'member removed': async () => {
      const shared = await film('organization');
      const organizationId = await admit(superuserUrl, shared.id, bob);
      const path = `/api/organizations/${organizationId}/members/${bob.userId}`;
      return timeEnd(bob, shared, () => ada.session.send('DELETE', path));
    },
    'video deleted': async () => {
      const doomed = await film('public');
      return timeEnd(bob, doomed, () => ada.session.send('DELETE', `/api/videos/${doomed.id}`));
    },
  };
}

async function timeEnd(holder: Person, { id }: Film, end: () => Promise<unknown>): Promise<Ended> {
  const client = await SocketClient.join(holder.session, id);
  const { hlsUrl } = await holder.session.json<Film>('GET', `/api/videos/${id}`);
  const segment = new URL(hlsUrl.replace('master.m3u8', 's1.m4s'), holder.session.origin);
  const statusNow = async (): Promise<number> => {
    const answer = await fetch(segment);
    await answer.arrayBuffer();
    return answer.status;
  };
  if ((await statusNow()) !== 200) throw new Error(`The holder does not play: ${segment.href}`);
  const closed = once(client.socket, 'close').then(() => performance.now());
  const begunMs = performance.now();
  const [, closedMs, refusedMs] = await Promise.all([end(), closed, momentRefused(statusNow)]);
  return { closedMs: closedMs - begunMs, refusedMs: refusedMs - begunMs };
}

async function momentRefused(statusNow: () => Promise<number>): Promise<number> {
  for (const untilMs = performance.now() + PATIENCE_MS; performance.now() < untilMs; await pause(EVERY_MS))
    if ((await statusNow()) === 403) return performance.now();
  throw new Error('The media is still served.');
}

/** Makes somebody a member of the organization that a video belongs to; its id. */
export async function admit(superuserUrl: string, videoId: string, member: Person): Promise<string> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `insert into organization_members (organization_id, user_id)
        select organization_id, $2 from videos where id = $1 returning organization_id as id`,
      [videoId, member.userId],
    );
    return rows[0]?.id ?? '';
  } finally {
    await client.end();
  }
}
