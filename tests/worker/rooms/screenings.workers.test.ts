import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';
import { applyOp, getLiveRoom, identityOf, newOpId, settleRoom } from '#worker/rooms/room-gateway.ts';

let ada: Visitor & { id: string };
let video: Video;
beforeAll(async () => {
  ada = await signUp('Ada');
  video = await makeVideo(ada);
});

interface View {
  videoId: string;
  screening: { id: string; shortId: string; endedAtMs: number | null };
  playback: { positionSeconds: number };
}

test('R80 a screening started over REST has its link at once', async () => {
  const id = uuidv7();
  const start = () => ada.post(`/api/videos/${video.shortId}/screenings`, { id, positionSeconds: 12 });
  const answer = await start();
  expect(answer.status).toBe(201);
  const view = await answer.json<View>();
  expect(view).toMatchObject({
    videoId: video.id,
    screening: {
      id,
      hostId: ada.id,
      hostName: 'Ada',
      controlMode: 'anyone',
      memberCount: 0,
      endedAtMs: null,
    },
    playback: { isPlaying: false, positionSeconds: 12 },
  });
  const link = answer.headers.get('location') ?? '';
  expect(link).toBe(`/api/screenings/${view.screening.shortId}`);
  expect(await (await new Visitor().get(link)).json()).toEqual(view);
  expect(await (await start()).json()).toEqual(view);
});

test('R80 it starts without a word of how, and is written through', async () => {
  const other = await makeVideo(ada);
  const answer = await ada.ask('POST', `/api/videos/${other.id}/screenings`);
  expect(await answer.json()).toMatchObject({
    screening: { controlMode: 'anyone', stallPolicy: 'go_on' },
    playback: { isPlaying: false, positionSeconds: 0 },
  });
  await settleRoom(env, other.id);
  expect(await getLiveRoom(env, other.id)).toMatchObject({ persist: 'ok' });
});

test('R80 it starts as it is to be steered and to wait', async () => {
  const how = { controlMode: 'ask', stallPolicy: 'wait', isPlaying: true };
  const answer = await ada.post(`/api/videos/${video.id}/screenings`, how);
  expect(await answer.json()).toMatchObject({
    screening: { controlMode: 'ask', stallPolicy: 'wait', isHostHere: false, hostConnectionId: null },
    playback: { isPlaying: true, awaited: [] },
  });
});

test('R80 an ended one is still found, an unknown or hidden one is not', async () => {
  const { screening } = await (await ada.post(`/api/videos/${video.id}/screenings`)).json<View>();
  const host = await enter(video.id, { userId: ada.id, name: 'Ada', role: 'manage' });
  await host.do({ t: 'screening.end', screeningId: screening.id });
  const show = (who: Visitor, shortId: string) => who.get(`/api/screenings/${shortId}`);
  expect(await (await show(ada, screening.shortId)).json()).toMatchObject({
    screening: { endedAtMs: expect.any(Number) },
  });
  expect((await show(ada, 'abcdefghijk')).status).toBe(404);
  expect((await show(ada, 'x')).status).toBe(404);
  const hidden = await makeVideo(ada, { visibility: 'private' });
  const secret = await (await ada.post(`/api/videos/${hidden.id}/screenings`)).json<View>();
  expect((await show(await comeInAs('Eve'), secret.screening.shortId)).status).toBe(404);
});

test('R80 what REST writes is the room’s: same rules, same answer, heard by all', async () => {
  const viewer = { kind: 'registered', userId: ada.id, name: 'Ada' } as const;
  const identity = identityOf(viewer, 'manage');
  const client = await enter(video.id);
  const id = newOpId();
  const op = { t: 'comment.post' as const, id, content: 'over REST' };
  const result = await applyOp(env, video.id, op, identity);
  expect(result).toMatchObject({ kind: 'comment', comment: { id, content: 'over REST', authorName: 'Ada' } });
  const heard = await client.next('events', ({ events }) => events.some((each) => each.kind === 'comment'));
  expect(heard.events.at(-1)).toMatchObject({ comment: { id } });
  expect(await applyOp(env, video.id, op, identity)).toEqual(result);
  await expect(
    applyOp(env, video.id, { ...op, id: newOpId(), positionSeconds: 99 }, identity),
  ).rejects.toMatchObject({
    code: 'INVALID',
    message: 'The video ends at 1:00.',
  });
  await expect(applyOp(env, video.id, { t: 'playback.play', id: newOpId() }, identity)).rejects.toMatchObject(
    { code: 'CONFLICT' },
  );
  await settleRoom(env, video.id);
  expect(await getLiveRoom(env, video.id)).toMatchObject({
    viewers: expect.any(Number),
    commentCount: 1,
    persist: 'ok',
  });
});

test('R82 who starts one screening after another is told to wait, nameless or not', async () => {
  const start = (who: Visitor, from: number) =>
    who.ask('POST', `/api/videos/${uuidv7()}/screenings`, {
      json: {},
      headers: { 'cf-connecting-ip': `203.0.113.${from}` },
    });
  const statusesOf = async (ask: (n: number) => Promise<Response>) =>
    (await Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)))).map(({ status }) => status);
  // A slow machine may have earned one more meanwhile.
  const fewStarts = { length: 20, refused: expect.toSatisfy((count: number) => count >= 8 && count <= 10) };
  const found = (statuses: number[]) => ({
    length: statuses.length,
    refused: statuses.filter((status) => status === 429).length,
  });
  expect(found(await statusesOf(() => start(new Visitor(), 14)))).toEqual(fewStarts);
  // Somebody known is known wherever they ask from.
  const guest = await comeInAs('Grace');
  expect(found(await statusesOf((n) => start(guest, 100 + n)))).toEqual(fewStarts);
});

test('R80 a room of no video is NOT_FOUND', async () => {
  await expect(getLiveRoom(env, uuidv7())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await settleRoom(env, uuidv7());
});
