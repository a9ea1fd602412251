import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { askForSocket, RoomClient } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Video } from '#worker/library/view.ts';

interface Link {
  id: string;
  token: string;
  url: string;
}
let ada: Visitor & { id: string };
let video: Video;
beforeAll(async () => {
  ada = await signUp('Ada');
  video = await makeVideo(ada, { visibility: 'private' });
});

async function makeLink(wanted: object = {}): Promise<Link> {
  const answer = await ada.post(`/api/videos/${video.id}/links`, wanted);
  expect(answer.status).toBe(201);
  return answer.json();
}
const open = (who: Visitor, { token }: Pick<Link, 'token'>, json: object = {}) =>
  who.post(`/api/links/${token}`, json);
const look = async (who: Visitor) => (await who.get(`/api/videos/${video.shortId}`)).status;
const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...(await answer.json<{ code: string; detail: string }>()),
});
const NOBODY = () => new Visitor();

describe('R120 who opened a link', () => {
  test('R120 sees a private video with the link’s role', async () => {
    const guest = await comeInAs('Grace');
    expect(await look(guest)).toBe(404);
    const link = await makeLink({ role: 'comment', label: 'For the press' });
    expect(link.url).toBe(`http://127.0.0.1:8080/w/${link.token}`);
    const opened = await open(guest, link);
    expect([opened.status, await opened.json()]).toEqual([
      200,
      { videoId: video.id, shortId: video.shortId, role: 'comment', url: `/v/${video.shortId}` },
    ]);
    const seen = await (await guest.get(`/api/videos/${video.id}`)).json<Video>();
    expect(seen).toMatchObject({ id: video.id, role: 'comment', hlsUrl: expect.stringContaining('/media/') });
    expect((await guest.post(`/api/videos/${video.id}/comments`, { content: 'Hello' })).status).toBe(201);
    expect((await guest.get(`/api/videos/${video.id}/comments`)).status).toBe(200);
    expect((await guest.post(`/api/videos/${video.id}/screenings`)).status).toBe(403);
    expect(await look(await comeInAs('Other'))).toBe(404);
  });

  test('R120 comes into the room with that role, nameless too', async () => {
    const somebody = NOBODY();
    await open(somebody, await makeLink({ role: 'view' }));
    const joined = await (await somebody.post(`/api/videos/${video.id}/join`)).json<JoinAnswer>();
    expect(joined.you).toMatchObject({ userId: null, role: 'view' });
    const socket = await askForSocket(video.id, joined.ticket);
    if (!socket.webSocket) throw new Error('no socket');
    expect((await new RoomClient(socket.webSocket).hello()).you.role).toBe('view');
  });

  test('R120 may what the greater of two links lets, and loses nothing of their own', async () => {
    const guest = await comeInAs('Grace');
    await open(guest, await makeLink({ role: 'control' }));
    await open(guest, await makeLink({ role: 'view' }));
    const roleOf = async (who: Visitor) =>
      (await (await who.get(`/api/videos/${video.id}`)).json<Video>()).role;
    expect(await roleOf(guest)).toBe('control');
    const link = await makeLink({ role: 'view' });
    await open(ada, link);
    expect(await roleOf(ada)).toBe('manage');
    expect((await (await open(ada, link)).json<{ role: string }>()).role).toBe('manage');
  });

  test('R120 a cookie of one’s own making opens nothing', async () => {
    const { id } = await makeLink();
    for (const value of [id, `${id}.${'A'.repeat(43)}=`, `${id}%2E${encodeURIComponent(btoa('x'))}`]) {
      const forger = NOBODY();
      forger.cookies.set('lockstep.links', value);
      expect(await look(forger)).toBe(404);
    }
  });

  test('R120 links are made, listed and taken back by who manages the video', async () => {
    const stranger = await signUp('Eve');
    const shared = await makeVideo(ada);
    const path = `/api/videos/${shared.id}/links`;
    for (const ask of [stranger.post(path), stranger.get(path), stranger.delete(`${path}/${shared.id}`)])
      expect(await problemOf(await ask)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    const made = await (await ada.post(path, { label: 'One', maxUses: 3 })).json<Link>();
    const { token, ...view } = made;
    expect([token.length, made.url.endsWith(token)]).toEqual([24, true]);
    const list = await (await ada.get(path)).json();
    expect(list).toEqual({ items: [view], next: null, prev: null });
    expect(view).toMatchObject({ label: 'One', maxUses: 3, useCount: 0, hasPassword: false, role: 'view' });
  });
});

test('R120 asked again by its id a link is the same, and on other terms it is refused', async () => {
  const path = `/api/videos/${video.id}/links`;
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const terms = { id: uuidv7(), label: 'Once', maxUses: 3, expiresAt };
  const first = await makeLink(terms);
  const again = await ada.post(path, terms);
  expect([again.status, (await again.json<Link>()).token]).toEqual([200, first.token]);
  const others = [{ password: 'added later' }, { role: 'control' }, { maxUses: null }, { expiresAt: null }];
  for (const other of others)
    expect(await problemOf(await ada.post(path, { ...terms, ...other }))).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      detail: 'A link was made by this id, on other terms. Take a new id for another link.',
    });
  const locked = { id: uuidv7(), password: 'correct horse' };
  await makeLink(locked);
  expect((await ada.post(path, locked)).status).toBe(200);
  expect((await ada.post(path, { ...locked, password: 'another' })).status).toBe(409);
});

describe('R121 opening', () => {
  test('R121 asks for the password, and limits the tries', async () => {
    const guest = NOBODY();
    const link = await makeLink({ password: 'correct horse' });
    const ask = await problemOf(await open(guest, link));
    expect(ask).toMatchObject({ status: 403, errors: [{ pointer: '/password' }] });
    for (let n = 0; n < 5; n += 1)
      expect((await open(guest, link, { password: `guess ${n}` })).status).toBe(403);
    expect((await open(guest, link, { password: 'correct horse' })).status).toBe(200);
    expect(await look(guest)).toBe(200);
    const guess = () => open(NOBODY(), link, { password: 'another' });
    let answer = await guess();
    for (let n = 0; n < 20 && answer.status === 403; n += 1) answer = await guess();
    expect(await problemOf(answer)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect((await open(NOBODY(), link, { password: 'correct horse' })).status).toBe(429);
    expect((await open(guest, link)).status).toBe(200);
  });

  test('R121 counts a browser once, and two at once do not share the last use', async () => {
    const guest = NOBODY();
    const link = await makeLink({ maxUses: 2 });
    expect((await open(guest, link)).status).toBe(200);
    const others = [NOBODY(), NOBODY(), NOBODY()];
    const answers = await Promise.all(others.map((other) => open(other, link)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await open(guest, link)).status).toBe(200);
    expect(await problemOf(await open(NOBODY(), link))).toMatchObject({
      status: 404,
      detail: 'This link has been used up.',
    });
    expect(await look(guest)).toBe(200);
  });

  test('R121 says what became of a link; an expired one shows nothing any more', async () => {
    const guest = NOBODY();
    const link = await makeLink({ expiresAt: new Date(Date.now() + 2_000).toISOString() });
    expect((await open(guest, link)).status).toBe(200);
    await vi.waitUntil(async () => (await look(guest)) === 404, { timeout: 10_000, interval: 50 });
    expect((await problemOf(await open(guest, link))).detail).toBe('This link has expired.');
    expect((await open(NOBODY(), { token: 'A'.repeat(24) })).status).toBe(404);
    expect((await open(NOBODY(), { token: 'x' })).status).toBe(404);
    const past = { expiresAt: '2020-01-01T00:00:00Z' };
    expect(await problemOf(await ada.post(`/api/videos/${video.id}/links`, past))).toMatchObject({
      status: 400,
      errors: [{ pointer: '/expiresAt' }],
    });
  });

  test('R121 of a token only the hash is kept', async () => {
    const { id, token } = await makeLink();
    const [rows] = await runAs(
      createDatabase(env.DATABASE_URL),
      serviceActor('service:link'),
      (db) => [db.execute(sql`select * from watch_links where id = ${id}`)] as const,
    );
    expect(JSON.stringify(rows)).toContain(id);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

test('R122 a link taken back is nothing at once, and its sockets are closed, nobody else’s', async () => {
  const guest = await comeInAs('Grace');
  const link = await makeLink({ role: 'control' });
  await open(guest, link);
  const enter = async (who: Visitor) => {
    const { ticket } = await (await who.post(`/api/videos/${video.id}/join`)).json<JoinAnswer>();
    const socket = await askForSocket(video.id, ticket);
    if (!socket.webSocket) throw new Error('no socket');
    const client = new RoomClient(socket.webSocket);
    await client.hello();
    return client;
  };
  const [byLink, author] = [await enter(guest), await enter(ada)];
  const { ticket } = await (await guest.post(`/api/videos/${video.id}/join`)).json<JoinAnswer>();
  expect((await ada.delete(`/api/videos/${video.id}/links/${link.id}`)).status).toBe(204);
  expect(await byLink.untilClosed()).toEqual({ code: 4503, reason: 'This link has been taken back.' });
  expect(await look(guest)).toBe(404);
  expect((await guest.post(`/api/videos/${video.id}/join`)).status).toBe(404);
  expect((await open(guest, link)).status).toBe(404);
  const late = await askForSocket(video.id, ticket);
  if (!late.webSocket) throw new Error('no socket');
  expect(await new RoomClient(late.webSocket).untilClosed()).toMatchObject({ code: 4408 });
  expect((await author.do({ t: 'comment.post', content: 'still here' })).t).toBe('ack');
  expect((await ada.delete(`/api/videos/${video.id}/links/${link.id}`)).status).toBe(204);
});
