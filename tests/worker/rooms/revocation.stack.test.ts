import { once } from 'node:events';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { SocketClient } from '#tests/rooms/socket-client.ts';
import { enterAsGuest, signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';

const AT_MOST_MS = 1_000;
const { origin, superuserUrl } = sharedStack();

async function makeVideo(owner: Person, visibility: string): Promise<string> {
  const id = uuidv7();
  await owner.session.json('POST', '/api/videos', { id, title: 'Bunny', visibility });
  return id;
}

/** From the request that takes the right away until the socket's close frame is here, in ms. */
async function timeUntilClosed(client: SocketClient, takeAway: () => Promise<unknown>): Promise<number> {
  const closed = once(client.socket, 'close').then(([code]) => ({ code, atMs: performance.now() }));
  const begunMs = performance.now();
  const [{ code, atMs }] = await Promise.all([closed, takeAway()]);
  expect(code).toBe(4503);
  return atMs - begunMs;
}

/** Makes somebody a member of the organization that the owner's videos belong to. */
async function admit(videoId: string, member: Person): Promise<string> {
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

test('R62 a deleted video, one shared with fewer, a link and a member: out within a second', async () => {
  const ada = await signUp(origin, 'Ada');
  const [bob, carol] = [await signUp(origin, 'Bob'), await enterAsGuest(origin, 'Carol')];

  const doomed = await makeVideo(ada, 'public');
  const deleted = await timeUntilClosed(await SocketClient.join(bob.session, doomed), () =>
    ada.session.send('DELETE', `/api/videos/${doomed}`),
  );

  const shrinking = await makeVideo(ada, 'public');
  const narrowed = await timeUntilClosed(await SocketClient.join(bob.session, shrinking), () =>
    ada.session.json('PATCH', `/api/videos/${shrinking}`, { visibility: 'private' }),
  );

  const secret = await makeVideo(ada, 'private');
  const links = `/api/videos/${secret}/links`;
  const link = await ada.session.json<{ id: string; token: string }>('POST', links, { role: 'control' });
  await carol.session.json('POST', `/api/links/${link.token}`, {});
  const revoked = await timeUntilClosed(await SocketClient.join(carol.session, secret), () =>
    ada.session.send('DELETE', `${links}/${link.id}`),
  );
  await expect(SocketClient.join(carol.session, secret)).rejects.toThrow('404');

  // Nine rooms more, of which the member is in none: they are told, too.
  const team = await Promise.all(Array.from({ length: 10 }, () => makeVideo(ada, 'organization')));
  const organizationId = await admit(team[0] ?? '', bob);
  for (const id of team) (await SocketClient.join(ada.session, id)).close();
  const member = await SocketClient.join(bob.session, team[0] ?? '');
  const removed = await timeUntilClosed(member, () =>
    ada.session.send('DELETE', `/api/organizations/${organizationId}/members/${bob.userId}`),
  );
  await expect(SocketClient.join(bob.session, team[0] ?? '')).rejects.toThrow('404');

  const tookMs = { deleted, narrowed, revoked, removed };
  for (const [what, ms] of Object.entries(tookMs)) expect(ms, what).toBeLessThan(AT_MOST_MS);
  if (process.env['LOCKSTEP_LOG']) console.log(tookMs);
});
