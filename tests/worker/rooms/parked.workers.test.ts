import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter, type RoomClient } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';

let ada: Visitor & { id: string };
let videoId: string;
let author: RoomClient;
beforeAll(async () => {
  ada = await signUp('Ada');
});
beforeEach(async () => {
  videoId = (await makeVideo(ada)).id;
  author = await enter(videoId, { userId: ada.id, name: 'Ada', role: 'manage' });
});

const stub = () => env.ROOMS.getByName(videoId);
const path = (rest = '') => `/api/videos/${videoId}/room${rest}`;

const setEnd = (sql: SqlStorage, id: string, endSeconds: number | null) =>
  void sql.exec(
    "UPDATE comments SET body = json_set(body, '$.endSeconds', ?) WHERE body LIKE ?",
    endSeconds,
    `%${id}%`,
  );

/** Comments with an end and no beginning, which no client can send: the room's own storage has gone wrong. */
async function park(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  const you = { userId: ada.id, name: 'Ada', isGuest: false, role: 'manage' as const };
  await runInDurableObject(stub(), async (room, { storage }) => {
    for (const id of ids) {
      await room.apply({ t: 'comment.post', id, content: 'bad' }, you);
      setEnd(storage.sql, id, 5);
    }
  });
  await stub().settle();
  return ids;
}

const mend = (id: string) => runInDurableObject(stub(), (_, { storage }) => setEnd(storage.sql, id, null));

interface Page {
  items: { seq: number; entityId: string }[];
  next: string | null;
}
const listed = async (query = ''): Promise<Page> => (await ada.get(path(`/parked${query}`))).json();
const retried = async (seq: number) => (await ada.post(path(`/parked/${seq}/retry`))).json();
const refused = { state: 'parked', reason: expect.stringContaining('23514') };

describe.each([
  ['awake', async () => {}],
  ['evicted in between', async () => void (await evictDurableObject(stub()))],
])('a room %s', (_, step) => {
  test('R48 what Postgres refuses is listed, tried in vain, mended and taken', async () => {
    const [id = ''] = await park(1);
    await step();
    expect(await listed()).toEqual({
      items: [
        {
          seq: 1,
          kind: 'comment.post',
          entityId: id,
          reason: refused.reason,
          parkedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      ],
      next: null,
    });
    await step();
    expect(await retried(1)).toEqual({ seq: 1, ...refused });
    expect((await listed()).items).toHaveLength(1);
    await mend(id);
    await step();
    const written = { seq: 1, state: 'written', reason: null };
    expect(await retried(1)).toEqual(written);
    await step();
    expect(await retried(1)).toEqual(written);
    expect(await listed()).toEqual({ items: [], next: null });
    const comments = await (await ada.get(`/api/videos/${videoId}/comments`)).json();
    expect(comments).toMatchObject({ items: [{ id, content: 'bad' }] });
  });
});

test('R48 the list goes page by page', async () => {
  const ids = await park(3);
  const first = await listed('?limit=2');
  const second = await listed(`?limit=2&cursor=${first.next}`);
  expect([...first.items, ...second.items].map((row) => row.entityId)).toEqual(ids);
  expect(second.next).toBeNull();
  expect((await ada.get(path('/parked?cursor=x'))).status).toBe(400);
});

test('R83 parked rows are for who manages the video', async () => {
  await park(1);
  const statuses = async (who: Visitor) => [
    (await who.get(path('/parked'))).status,
    (await who.post(path('/parked/1/retry'))).status,
  ];
  expect(await statuses(new Visitor())).toEqual([401, 401]);
  expect(await statuses(await comeInAs('Grace'))).toEqual([403, 403]);
  expect(await statuses(ada)).toEqual([200, 200]);
  for (const seq of ['99', '0', '-1', 'x', '1e3'])
    expect((await ada.post(path(`/parked/${seq}/retry`))).status, seq).toBe(404);
});

test('R83 live facts are for whoever may view', async () => {
  await park(1);
  const answer = await new Visitor().get(path());
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(await answer.json()).toEqual({
    viewers: 1,
    screenings: [],
    likeCount: 0,
    commentCount: 1,
    persist: 'ok',
    unflushedEvents: 0,
    parkedRows: 1,
    awakeSinceMs: expect.any(Number),
  });
  const { id } = await author.do({ t: 'screening.start', positionSeconds: 0, isPlaying: true });
  const bob = await enter(videoId, { name: 'Bob', screeningId: id });
  for (const [client, offsetMs] of [[author, 5] as const, [bob, -5] as const])
    client.send({ t: 'sync.report', offsetMs, errorMs: 1 });
  await bob.next('skew');
  expect(await (await new Visitor().get(path())).json()).toMatchObject({
    viewers: 2,
    screenings: [{ id, memberCount: 2, skew: { reporting: 2, p50Ms: 5, p95Ms: 5 } }],
  });
  const hidden = await makeVideo(ada, { visibility: 'private' });
  expect((await new Visitor().get(`/api/videos/${hidden.id}/room`)).status).toBe(404);
});
