import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { signUp } from '#tests/support/workers/visitor.ts';
import { closeExpiredLinks } from '#worker/rooms/expired-links.ts';

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * MINUTE_MS);

test('R124 who is in by a link that has expired is out with the next run, nobody else', async () => {
  const ada = await signUp('Ada');
  const video = await makeVideo(ada, { visibility: 'private' });
  const makeLink = async (minutes: number): Promise<string> => {
    const expiresAt = inMinutes(minutes).toISOString();
    const answer = await ada.post(`/api/videos/${video.id}/links`, { expiresAt });
    return (await answer.json<{ id: string }>()).id;
  };
  const [short, long] = [await makeLink(30), await makeLink(90)];
  const [late, early] = [
    await enter(video.id, { name: 'Late', linkId: long }),
    await enter(video.id, { name: 'Early', linkId: short }),
  ];
  const found = await closeExpiredLinks(env, inMinutes(60));
  expect(await early.untilClosed()).toEqual({ code: 4503, reason: 'This link has expired.' });
  expect(found).toMatchObject({ sockets: 1, unreachable: 0 });
  expect(await late.ask({ t: 'like.set', isLiked: true })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(late.closed).toBeUndefined();
});
