import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { SocketClient } from '#tests/rooms/socket-client.ts';
import { signUp } from '#tests/support/people.ts';
import { admit, waysToEnd } from '#tests/support/rights-ended.ts';
import { waysToLeave } from '#tests/support/seats-ended.ts';
import { sharedStack } from '#tests/support/stack.ts';

const AT_MOST_MS = 1_000;
const { origin, superuserUrl } = sharedStack();

test('R62 a deleted video, one shared with fewer, a link and a member: sockets closed, media refused in a second', async () => {
  const tookMs: Record<string, object> = {};
  for (const [way, end] of Object.entries(await waysToEnd(origin, superuserUrl))) {
    const ended = await end();
    tookMs[way] = ended;
    expect(ended.closedMs, way).toBeLessThan(AT_MOST_MS);
    expect(ended.refusedMs, way).toBeLessThan(AT_MOST_MS);
  }
  if (process.env['LOCKSTEP_LOG']) console.log(tookMs);
});

test('R66 a session that is ended elsewhere and a key that is revoked: sockets closed in a second, in all rooms', async () => {
  for (const [way, end] of Object.entries(await waysToLeave(origin))) {
    const { codes, closedMs } = await end();
    expect(new Set(codes), way).toEqual(new Set([4408]));
    expect(closedMs, way).toBeLessThan(AT_MOST_MS);
  }
});

test('R123 rooms the member is not in are told too, and open no more', async () => {
  const [ada, bob] = [await signUp(origin, 'Ada'), await signUp(origin, 'Bob')];
  const team = Array.from({ length: 5 }, () => uuidv7());
  for (const id of team)
    await ada.session.json('POST', '/api/videos', { id, title: 'Bunny', visibility: 'organization' });
  const organizationId = await admit(superuserUrl, team[0] ?? '', bob);
  for (const id of team) (await SocketClient.join(ada.session, id)).close();
  (await SocketClient.join(bob.session, team[0] ?? '')).close();
  await ada.session.send('DELETE', `/api/organizations/${organizationId}/members/${bob.userId}`);
  for (const id of team) await expect(SocketClient.join(bob.session, id)).rejects.toThrow('404');
});
