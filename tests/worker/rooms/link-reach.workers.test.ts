import { env, exports } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { videos } from '#tables/library.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { askForSocket, RoomClient } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Video } from '#worker/library/view.ts';

type Somebody = Visitor & { id: string };
let ada: Somebody;
let secret: Video;
beforeAll(async () => {
  ada = await signUp('Ada');
  secret = await makeVideo(ada, { visibility: 'private' });
});

async function makeToken(): Promise<string> {
  const made = await ada.post(`/api/videos/${secret.id}/links`);
  return (await made.json<{ token: string }>()).token;
}
const cookieOf = (answer: Response): string =>
  answer.headers.getSetCookie().find((line) => line.startsWith('lockstep.links=')) ?? '';

async function organizationOf(video: Video): Promise<string> {
  const [rows] = await runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'registered', userId: ada.id },
    (db) => [db.select({ id: videos.organizationId }).from(videos).where(eq(videos.id, video.id))] as const,
  );
  return rows[0]?.id ?? '';
}

test('R120 a link leads to its video alone: no list shows it to who holds one', async () => {
  const open = await makeVideo(ada);
  const organization = await organizationOf(secret);
  for (const who of [new Visitor(), await comeInAs('Grace'), await signUp('Eve')]) {
    expect((await who.post(`/api/links/${await makeToken()}`)).status).toBe(200);
    expect((await who.get(`/api/videos/${secret.id}`)).status).toBe(200);
    for (const query of [
      'limit=100',
      `author=${ada.id}`,
      `organization=${organization}`,
      `author=${ada.id}&organization=${organization}`,
    ]) {
      const { items } = await (await who.get(`/api/videos?${query}`)).json<{ items: Video[] }>();
      const ids = items.map(({ id }) => id);
      expect(ids, query).toContain(open.id);
      expect(ids, query).not.toContain(secret.id);
    }
  }
});

test('R120 what a browser keeps of it is out of the page’s and other sites’ reach', async () => {
  const visitor = new Visitor();
  const plain = cookieOf(await visitor.post(`/api/links/${await makeToken()}`));
  expect(plain).toMatch(/; Path=\/(;|$)/);
  expect(plain).toMatch(/; HttpOnly(;|$)/);
  expect(plain).toMatch(/; SameSite=Lax(;|$)/);
  expect(plain).not.toMatch(/; Secure/);
  const [method, headers] = ['POST', { origin: 'https://lockstep.example' }];
  const url = `https://lockstep.example/api/links/${await makeToken()}`;
  const secure = cookieOf(await exports.default.fetch(url, { method, headers }));
  expect(secure).toMatch(/; Secure(;|$)/);
});

test('R120 of many opened links the newest are kept, in a cookie of bounded size', async () => {
  const visitor = new Visitor();
  const last = await makeVideo(ada, { visibility: 'private' });
  let line = '';
  for (let n = 0; n < 25; n += 1) line = cookieOf(await visitor.post(`/api/links/${await makeToken()}`));
  const made = await ada.post(`/api/videos/${last.id}/links`);
  const { token } = await made.json<{ token: string }>();
  line = cookieOf(await visitor.post(`/api/links/${token}`));
  expect(line.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g)).toHaveLength(20);
  expect(line.length).toBeLessThan(1_000);
  expect((await visitor.get(`/api/videos/${last.id}`)).status).toBe(200);
  expect((await visitor.get(`/api/videos/${secret.id}`)).status).toBe(200);
});

test('R120 who holds a link comes back by it when the video is shared with fewer people', async () => {
  const video = await makeVideo(ada);
  const made = await ada.post(`/api/videos/${video.id}/links`, { role: 'comment' });
  const { token } = await made.json<{ token: string }>();
  const [guest, stranger] = [await comeInAs('Grace'), await comeInAs('Eve')];
  expect((await guest.post(`/api/links/${token}`)).status).toBe(200);
  const join = async (who: Visitor) => (await who.post(`/api/videos/${video.id}/join`)).json<JoinAnswer>();
  const sit = async (who: Visitor): Promise<RoomClient> => {
    const { webSocket } = await askForSocket(video.id, (await join(who)).ticket);
    if (!webSocket) throw new Error('no socket');
    const client = new RoomClient(webSocket);
    await client.hello();
    return client;
  };
  const [byLink, other] = [await sit(guest), await sit(stranger)];
  expect((await ada.patch(`/api/videos/${video.id}`, { visibility: 'private' })).status).toBe(200);
  expect(await byLink.untilClosed()).toMatchObject({ code: 4408 });
  expect(await other.untilClosed()).toMatchObject({ code: 4503 });
  expect((await join(guest)).you).toMatchObject({ role: 'comment' });
});
