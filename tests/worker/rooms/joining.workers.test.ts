import { env } from 'cloudflare:workers';
import { SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { askForSocket, enter, RoomClient, ticketFor } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

let ada: Visitor & { id: string };
let guest: Visitor & { id: string };
let video: Video;
beforeAll(async () => {
  ada = await signUp('Ada');
  guest = await comeInAs('Grace');
  video = await makeVideo(ada);
});

const join = (who: Visitor, json: unknown = {}, id = video.shortId) =>
  who.post(`/api/videos/${id}/join`, json);
const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...(await answer.json<{ code: string; detail: string }>()),
});

describe('R81 the join answer', () => {
  test('R81 names who you are and opens the socket', async () => {
    const answer = await join(guest);
    const joined = await answer.json<JoinAnswer>();
    expect(joined).toEqual({
      ticket: expect.any(String),
      url: `ws://127.0.0.1:8080/ws/${video.id}?ticket=${joined.ticket}`,
      expiresAt: expect.any(String),
      videoId: video.id,
      screeningId: null,
      you: { userId: guest.id, name: 'Grace', isGuest: true, role: 'control' },
    });
    const leftMs = Date.parse(joined.expiresAt) - Date.now();
    expect(leftMs).toBeLessThanOrEqual(60_000);
    const socket = await askForSocket(video.id, joined.ticket);
    if (!socket.webSocket) throw new Error('no socket');
    expect((await new RoomClient(socket.webSocket).hello()).you).toEqual({
      userId: guest.id,
      name: 'Grace',
      role: 'control',
      progress: null,
    });
  });

  test('R81 gives each their role, and the nameless a seat', async () => {
    const rights = async (who: Visitor) => (await (await join(who)).json<JoinAnswer>()).you;
    expect(await rights(ada)).toEqual({ userId: ada.id, name: 'Ada', isGuest: false, role: 'manage' });
    expect(await rights(new Visitor())).toEqual({
      userId: null,
      name: 'Somebody',
      isGuest: true,
      role: 'control',
    });
  });

  test('R81 is refused for what is not there or not yours, in words', async () => {
    const hidden = await makeVideo(ada, { visibility: 'private' });
    expect(await problemOf(await join(guest, {}, hidden.id))).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    expect(await problemOf(await join(guest, {}, 'nothing'))).toMatchObject({ status: 404 });
    expect(await problemOf(await join(guest, { screeningId: uuidv7() }))).toMatchObject({ status: 404 });
    expect(await problemOf(await join(guest, { screeningId: 'x' }))).toMatchObject({
      status: 400,
      code: 'INVALID',
    });
  });

  test('R81 is refused to another site’s page', async () => {
    const answer = await guest.ask('POST', `/api/videos/${video.id}/join`, {
      json: {},
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
  });

  test('R35 leads into a screening, and not into one that has ended', async () => {
    const host = await enter(video.id, { userId: ada.id, name: 'Ada', role: 'manage' });
    const { id: screeningId } = await host.do({ t: 'screening.start', positionSeconds: 4, isPlaying: true });
    const { ticket } = await (await join(guest, { screeningId })).json<JoinAnswer>();
    const socket = await askForSocket(video.id, ticket);
    if (!socket.webSocket) throw new Error('no socket');
    expect((await new RoomClient(socket.webSocket).hello()).screening).toMatchObject({ id: screeningId });
    await host.do({ t: 'screening.end', screeningId });
    expect(await problemOf(await join(guest, { screeningId }))).toMatchObject({
      status: 409,
      code: 'CONFLICT',
    });
  });
});

describe('R81 the socket', () => {
  const claims = () => ({
    userId: null,
    name: 'Somebody',
    isGuest: true,
    role: 'manage',
    videoId: video.id,
    screeningId: null,
    durationSeconds: null,
  });
  const sign = (secret: string, audience: string, fields: object = claims(), expires = '1m') =>
    new SignJWT({ ...fields })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(new TextEncoder().encode(secret));

  test.each([
    ['none', () => '', /ticket is needed/],
    ['nonsense', () => 'x.y.z', /not valid/],
    ['a forged one', () => sign('not the secret, but long enough to sign', 'room'), /not valid/],
    ['one for another purpose', () => sign(env.TICKET_SECRET, 'media'), /not valid/],
    ['one without claims', () => sign(env.TICKET_SECRET, 'room', {}), /not valid/],
    ['an expired one', () => ticketFor(video.id, {}, Date.now() - 61_000), /expired/],
    ['one for another room', () => ticketFor(uuidv7()), /another room/],
    [
      'an unsigned one',
      () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims()))}.`.replaceAll('=', ''),
      /not valid/,
    ],
  ])('R81 refuses %s before the upgrade, in words', async (_, make, words) => {
    const answer = await askForSocket(video.id, await make());
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await problemOf(answer)).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      detail: expect.stringMatching(words),
    });
  });

  test('R81 refuses another site’s page', async () => {
    const ticket = await ticketFor(video.id);
    const answer = await askForSocket(video.id, ticket, { origin: 'https://evil.example' });
    expect(await problemOf(answer)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  test('R81 takes nothing for identity but the ticket', async () => {
    const forged = encodeURIComponent(JSON.stringify({ ...claims(), userId: ada.id, name: 'Ada' }));
    const ticket = await ticketFor(video.id, { name: 'Eve' });
    const answer = await askForSocket(video.id, ticket, {
      'x-lockstep-identity': forged,
      'x-partykit-props': 'e30=',
      'x-partykit-room': 'elsewhere',
    });
    if (!answer.webSocket) throw new Error('no socket');
    expect((await new RoomClient(answer.webSocket).hello()).you).toMatchObject({ userId: null, name: 'Eve' });
  });

  test('R81 is for WebSockets', async () => {
    expect(await problemOf(await guest.get(`/ws/${video.id}`))).toMatchObject({
      status: 400,
      code: 'INVALID',
    });
  });
});

test('R82 who asks for seat after seat is told to wait', async () => {
  const ask = () =>
    new Visitor().ask('POST', `/api/videos/${uuidv7()}/join`, {
      json: {},
      headers: { 'cf-connecting-ip': '203.0.113.82' },
    });
  const answers = await Promise.all(Array.from({ length: 140 }, ask));
  const refused = answers.filter((answer) => answer.status === 429);
  // A slow machine may have earned some more places meanwhile, at two a second.
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(20);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused[0]?.json()).toMatchObject({ code: 'RATE_LIMITED' });
});

test('R62 a video shared with fewer people closes the room for them, not for its author', async () => {
  const shared = await makeVideo(ada);
  const author = await enter(shared.id, { userId: ada.id, name: 'Ada', role: 'manage' });
  const stranger = await enter(shared.id, { name: 'Eve' });
  expect((await ada.patch(`/api/videos/${shared.id}`, { visibility: 'private' })).status).toBe(200);
  expect(await stranger.untilClosed()).toMatchObject({ code: 4503 });
  expect((await author.do({ t: 'comment.post', content: 'still here' })).t).toBe('ack');
});
