import { env } from 'cloudflare:workers';
import { decodeJwt } from 'jose';
import { beforeAll, expect, test, vi } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { askForSocket, connect, enter, RoomClient, ticketFor } from '#tests/support/workers/room-client.ts';
import { signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';
import { getLiveRoom, revokeInRoom } from '#worker/rooms/room-gateway.ts';

let ada: Visitor & { id: string };
let video: Video;
beforeAll(async () => {
  ada = await signUp('Ada');
  video = await makeVideo(ada);
});

const open = async (ticket: string): Promise<RoomClient> => {
  const answer = await askForSocket(video.id, ticket);
  if (!answer.webSocket) throw new Error(`socket: ${answer.status}`);
  return new RoomClient(answer.webSocket);
};

test('R64 the 21st connection of one person is told why, and nobody else hears of it', async () => {
  const watcher = await enter(video.id, { name: 'Eve' });
  const mine = { userId: ada.id, name: 'Ada' };
  for (let n = 0; n < LIMITS.connectionsPerUser; n += 1) await connect(video.id, mine);
  const refused = await connect(video.id, mine);
  expect(await refused.next('bye')).toEqual({
    t: 'bye',
    closeCode: 4011,
    message: expect.stringContaining('Close a tab'),
  });
  expect(await refused.untilClosed()).toEqual({
    code: 4011,
    reason: expect.stringContaining('Close a tab'),
  });
  expect((await getLiveRoom(env, video.id)).viewers).toBe(1);
  const told = watcher.frames.filter((frame) => frame.t === 'presence');
  expect(told.filter(({ total, gone }) => total > 1 || gone.length > 0)).toEqual([]);
});

test('R65 a ticket that was out when the right was taken away opens nothing', async () => {
  const userId = crypto.randomUUID();
  const early = await ticketFor(video.id, { userId, name: 'Bob' });
  await revokeInRoom(env, video.id, { userId });
  const turned = await open(early);
  expect(await turned.untilClosed()).toMatchObject({ code: 4408 });
  const late = await open(await ticketFor(video.id, { userId, name: 'Bob' }, Date.now() + 3_000));
  expect((await late.hello()).you).toMatchObject({ userId });
});

test('R65 not even in a room that was never opened', async () => {
  const young = await makeVideo(ada);
  const userId = crypto.randomUUID();
  const early = await ticketFor(young.id, { userId, name: 'Bob' });
  await revokeInRoom(env, young.id, { userId });
  const answer = await askForSocket(young.id, early);
  if (!answer.webSocket) throw new Error('no socket');
  expect(await new RoomClient(answer.webSocket).untilClosed()).toMatchObject({ code: 4408 });
});

test('R65 a ticket is as old as the look at the rights it speaks of', async () => {
  let lookedAtMs = 0;
  const reallyFetch = globalThis.fetch;
  vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
    lookedAtMs ||= Date.now();
    const answer = await reallyFetch(...args);
    // Rights may be taken away now, before the ticket is signed.
    await vi.waitUntil(() => Date.now() > lookedAtMs + 20, { interval: 5 });
    return answer;
  });
  const { ticket } = await (await ada.post(`/api/videos/${video.id}/join`)).json<JoinAnswer>();
  vi.unstubAllGlobals();
  expect(lookedAtMs).toBeGreaterThan(0);
  expect(decodeJwt(ticket)['issuedAtMs']).toBeLessThanOrEqual(lookedAtMs);
});
