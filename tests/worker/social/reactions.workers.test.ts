import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Emoji } from '#protocol/reaction.ts';
import { editAsMedia, makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';

const nobody = new Visitor();
let ada: Awaited<ReturnType<typeof signUp>>;
let grace: Awaited<ReturnType<typeof comeInAs>>;
beforeAll(async () => {
  ada = await signUp('Ada');
  grace = await comeInAs('Grace');
});

async function reactedTo(draft: Parameters<typeof makeVideo>[1] = {}) {
  const video = await makeVideo(ada, draft);
  const path = `/api/videos/${video.shortId}/reactions`;
  const react = (positionSeconds: number, emoji: Emoji = '🎉', id?: string, visitor: Visitor = grace) =>
    visitor.post(path, { emoji, positionSeconds, id });
  const heat = async (query = ''): Promise<unknown> => (await nobody.get(`${path}?${query}`)).json();
  return { video, path, react, heat };
}

test('R92 a reaction is counted, once however often it is sent, and everybody reads it at once', async () => {
  const { react, heat } = await reactedTo();
  expect(await heat()).toEqual({ bucketSeconds: 1, items: [] });
  const id = uuidv7();
  for (let n = 0; n < 2; n += 1) {
    const answer = await react(12.5, '🎉', id);
    expect([answer.status, await answer.json()]).toEqual([201, { second: 12, emoji: '🎉', count: 1 }]);
  }
  expect(await (await react(12.9, '🎉', undefined, ada)).json()).toMatchObject({ count: 2 });
  await react(12, '👍');
  await react(3, '❤️');
  expect(await heat()).toEqual({
    bucketSeconds: 1,
    items: [
      { second: 3, emoji: '❤️', count: 1 },
      { second: 12, emoji: '👍', count: 1 },
      { second: 12, emoji: '🎉', count: 2 },
    ],
  });
});

test('R93 a long video is cut into as many parts as asked for', async () => {
  const { react, heat } = await reactedTo({ durationSeconds: 36_000 });
  for (const second of [0, 71, 72, 35_999]) await react(second);
  const items = (...parts: [second: number, count: number][]) =>
    parts.map(([second, count]) => ({ second, emoji: '🎉', count }));
  expect(await heat('buckets=500')).toEqual({
    bucketSeconds: 72,
    items: items([0, 2], [72, 1], [35_928, 1]),
  });
  expect(await heat()).toMatchObject({ bucketSeconds: 180, items: items([0, 3], [35_820, 1]) });
  expect(await heat('buckets=1')).toEqual({ bucketSeconds: 36_000, items: items([0, 4]) });
});

test('R93 of a video that has not been looked into the last reaction is the end; later its own', async () => {
  const { video, react, heat } = await reactedTo({ durationSeconds: null });
  await react(399);
  await react(5_000);
  expect(await heat('buckets=10')).toMatchObject({
    bucketSeconds: 501,
    items: [{ second: 0 }, { second: 4509 }],
  });
  await editAsMedia(video.id, { durationSeconds: 100 });
  expect(await heat('buckets=10')).toEqual({
    bucketSeconds: 10,
    items: [{ second: 90, emoji: '🎉', count: 2 }],
  });
});

test('R14 visitors without a name look on; on a hidden video nobody else does', async () => {
  const { path, react } = await reactedTo();
  expect((await react(1, '🎉', undefined, nobody)).status).toBe(401);
  const hidden = await reactedTo({ visibility: 'private' });
  expect((await hidden.react(1)).status).toBe(404);
  expect((await grace.get(hidden.path)).status).toBe(404);
  expect((await nobody.get(path)).headers.get('cache-control')).toBe('private, no-cache');
});

test.each([
  [{ emoji: '🎉' }, '/positionSeconds'],
  [{ emoji: '🦄', positionSeconds: 1 }, '/emoji'],
  [{ emoji: '🎉', positionSeconds: -1 }, '/positionSeconds'],
  [{ emoji: '🎉', positionSeconds: 1, id: 'x' }, '/id'],
])('%j is refused at %s', async (json, pointer) => {
  const { path } = await reactedTo();
  const answer = await grace.post(path, json);
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { code: 'INVALID', errors: [{ pointer }] },
  ]);
});

test('R92 beyond the end, and more than 500 parts, are refused in words', async () => {
  const { path, react } = await reactedTo();
  const late = await react(61);
  expect([late.status, await late.json()]).toMatchObject([400, { detail: 'The video ends at 1:00.' }]);
  for (const query of ['buckets=501', 'buckets=0', 'buckets=x'])
    expect((await nobody.get(`${path}?${query}`)).status).toBe(400);
});
