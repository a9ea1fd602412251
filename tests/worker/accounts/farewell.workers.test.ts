import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { foundTeam, makeTeamVideo } from '#tests/support/workers/team.ts';
import { PASSWORD, signUp } from '#tests/support/workers/visitor.ts';
import { organizationRevocationsKey, videoRevocationsKey } from '#worker/media/keys.ts';

const endedAt = async (key: string): Promise<string[]> =>
  Object.keys((await (await env.MEDIA.get(key))?.json<object>()) ?? {});

test('S7 with an account ends what it watched by, and what others watched of its private videos', async () => {
  const [ada, bob] = [await signUp('Ada'), await signUp('Bob')];
  const team = await foundTeam(bob, [[ada, 'MEMBER']]);
  const [secret, open, theirs] = [
    await makeVideo(ada, { visibility: 'private' }),
    await makeVideo(ada),
    await makeTeamVideo(ada, team, 'private'),
  ];
  const link = await (await ada.post(`/api/videos/${theirs.id}/links`, {})).json<{ id: string }>();
  const guest = await enter(secret.id, { name: 'By a link' });
  const herself = await enter(open.id, { userId: ada.id, name: 'Ada', role: 'manage' });
  const byLink = await enter(theirs.id, { linkId: link.id });
  const stays = await enter(open.id, { userId: bob.id, name: 'Bob' });
  const gone = await ada.ask('DELETE', '/api/me', { json: { password: PASSWORD } });
  expect(gone.status).toBe(204);
  expect(await guest.untilClosed()).toEqual({ code: 4503, reason: 'The video has been deleted.' });
  expect(await byLink.untilClosed()).toMatchObject({ code: 4503 });
  expect(await herself.untilClosed()).toEqual({ code: 4503, reason: 'This account has been deleted.' });
  expect(await endedAt(videoRevocationsKey(secret.shortId))).toEqual(['everyone']);
  expect(await endedAt(videoRevocationsKey(open.shortId))).toEqual(['own']);
  expect((await endedAt(videoRevocationsKey(theirs.shortId))).toSorted()).toEqual([`link:${link.id}`, 'own']);
  expect(await endedAt(organizationRevocationsKey(team.id))).toEqual([`member:${ada.id}`, `admin:${ada.id}`]);
  expect((await stays.do({ t: 'comment.post', content: 'still here' })).t).toBe('ack');
});
