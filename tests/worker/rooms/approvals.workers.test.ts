import { beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

let ada: Visitor & { id: string };
let video: Video;
let path: string;
beforeAll(async () => {
  ada = await signUp('Ada');
  video = await makeVideo(ada, { visibility: 'private' });
  path = `/api/videos/${video.id}/approvals`;
});

async function byLink(role: string, who: Visitor): Promise<Visitor> {
  const made = await ada.post(`/api/videos/${video.id}/links`, { role });
  await who.post(`/api/links/${(await made.json<{ token: string }>()).token}`);
  return who;
}

test('R129 decisions of one version, the newest counting, all kept', async () => {
  expect(await (await ada.get(path)).json()).toEqual({ items: [], next: null, prev: null, current: null });
  const client = await byLink('control', await comeInAs('The client'));
  const id = uuidv7();
  const wish = { id, status: 'changes_requested', note: ' Louder, please. ' };
  const first = await client.post(path, wish);
  expect([first.status, await first.json()]).toEqual([
    201,
    {
      id,
      status: 'changes_requested',
      note: 'Louder, please.',
      by: expect.objectContaining({ name: 'The client' }),
      createdAt: expect.any(String),
    },
  ]);
  expect((await client.post(path, wish)).status).toBe(200);
  expect((await ada.post(path, wish)).status).toBe(409);
  expect((await ada.post(path, { status: 'approved' })).status).toBe(201);
  const page = await (await ada.get(`${path}?limit=1`)).json<{ items: object[]; next: string }>();
  expect(page).toMatchObject({ current: 'approved', items: [{ status: 'approved', note: null }] });
  const rest = await (await ada.get(`${path}?limit=1&cursor=${page.next}`)).json();
  expect(rest).toMatchObject({ current: 'approved', items: [{ id }], next: null });
  const other = await makeVideo(ada);
  expect(await (await ada.get(`/api/videos/${other.id}/approvals`)).json()).toMatchObject({ items: [] });
});

test('R129 who comments by a link reads, who only watches does not, and passers-by neither', async () => {
  const [reader, watcher, nobody] = [
    await byLink('comment', await comeInAs('Reader')),
    await byLink('view', await comeInAs('Watcher')),
    await byLink('control', new Visitor()),
  ];
  const decide = async (who: Visitor) => (await who.post(path, { status: 'approved' })).status;
  expect([(await reader.get(path)).status, await decide(reader)]).toEqual([200, 403]);
  expect([(await watcher.get(path)).status, await decide(watcher)]).toEqual([403, 403]);
  expect([(await nobody.get(path)).status, await decide(nobody)]).toEqual([401, 401]);
  const stranger = await signUp('Eve');
  expect([(await stranger.get(path)).status, await decide(stranger)]).toEqual([404, 404]);
  path = `/api/videos/${(await makeVideo(ada)).id}/approvals`;
  expect([(await stranger.get(path)).status, await decide(stranger)]).toEqual([403, 403]);
});
