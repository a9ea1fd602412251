import { env } from 'cloudflare:workers';
import { sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Video } from '#worker/library/view.ts';
import { videoRevocationsKey } from '#worker/media/keys.ts';
import { closeEndedRights } from '#worker/rooms/ended-rights.ts';
import { expireLinkViews } from '#worker/rooms/link-views.routes.ts';

interface Link {
  id: string;
  token: string;
  url: string;
  state: string;
}
let ada: Visitor & { id: string };
let video: Video;
let links: string;
beforeEach(async () => {
  ada = await signUp('Ada');
  video = await makeVideo(ada, { visibility: 'private' });
  links = `/api/videos/${video.id}/links`;
});

const makeLink = async (wanted: object = {}, who: Visitor = ada): Promise<Link> =>
  (await who.post(links, wanted)).json();
const open = async (who: Visitor, { token }: Link, json: object = {}) => {
  const answer = await who.post(`/api/links/${token}`, json);
  if (answer.status === 200) return 200;
  const { code, detail } = await answer.json<{ code: string; detail: string }>();
  return { code, detail };
};
const look = async (who: Visitor) => (await who.get(`/api/videos/${video.id}`)).status;
const asAda = (query: SQL) =>
  runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'registered', userId: ada.id },
    (db) => [db.execute(query)] as const,
  );
const ofAda = () => sql`(select organization_id from videos where id = ${video.id})`;

test('R126 a link for who has a name, and one for who has an account', async () => {
  const [named, accounts] = [
    await makeLink({ guests: 'named' }),
    await makeLink({ guests: 'accounts', role: 'control' }),
  ];
  const [nobody, guest, eve] = [new Visitor(), await comeInAs('Grace'), await signUp('Eve')];
  expect(await open(nobody, named)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await open(guest, named)).toBe(200);
  expect(await look(guest)).toBe(200);
  expect(await open(guest, accounts)).toEqual({
    code: 'UNAUTHENTICATED',
    detail: 'This link is for people with an account: sign in first.',
  });
  expect(await open(eve, accounts)).toBe(200);
  // Who signs out is nobody again: the link in the browser opens nothing to them.
  const signedOut = new Visitor();
  signedOut.cookies.set('lockstep.links', eve.cookies.get('lockstep.links') ?? '');
  expect(await look(signedOut)).toBe(404);
});

test('R125 what an organization asks holds for links that are made and for those made before', async () => {
  const before = await makeLink();
  const policy = { linkPolicy: { isPasswordRequired: true, longestDays: 7, guests: 'named' } };
  await asAda(
    sql`update organizations set settings = ${JSON.stringify(policy)}::jsonb where id = ${ofAda()}`,
  );
  const refused = await (await ada.post(links, {})).json<{ code: string; errors: { pointer: string }[] }>();
  expect(refused.errors.map(({ pointer }) => pointer)).toEqual(['/password', '/expiresAt', '/guests']);
  const guest = await comeInAs('Grace');
  expect(await open(guest, before)).toMatchObject({
    code: 'NOT_FOUND',
    detail: expect.stringMatching('need a password now'),
  });
  const { items } = await (await ada.get(links)).json<{ items: Link[] }>();
  expect(items.map(({ state }) => state)).toEqual(['against-policy']);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const allowed = await makeLink({ password: 'correct horse', expiresAt, guests: 'named' });
  expect(await open(guest, allowed, { password: 'correct horse' })).toBe(200);
  const loosened = await ada.patch(`${links}/${allowed.id}`, { password: null });
  expect(await loosened.json()).toMatchObject({ code: 'INVALID', errors: [{ pointer: '/password' }] });
});

test('R125 who is in by a link that no longer satisfies its organization is out within a second', async () => {
  const [loose, named] = [await makeLink(), await makeLink({ guests: 'named' })];
  const [guest, nobody] = [await comeInAs('Grace'), new Visitor()];
  expect([await open(guest, loose), await open(nobody, loose)]).toEqual([200, 200]);
  expect(await open(guest, named)).toBe(200);
  const inRoom = await enter(video.id, { linkId: loose.id });
  const stays = await enter(video.id, { userId: guest.id, name: 'Grace', linkId: named.id });
  const poster = async (who: Visitor) =>
    (await (await who.get(`/api/videos/${video.id}`)).json<Video>()).thumbnailUrl ?? '';
  const given = await poster(nobody);
  expect((await nobody.get(given)).status).toBe(404);
  const organization = `/api/organizations/${video.organizationId}`;
  const changed = await ada.patch(organization, { settings: { linkPolicy: { guests: 'named' } } });
  expect(changed.status).toBe(200);
  // Whoever may still come by it comes back by a new ticket.
  expect(await inRoom.untilClosed()).toMatchObject({ code: 4408 });
  expect([await look(guest), await look(nobody)]).toEqual([200, 404]);
  await vi.waitFor(async () => expect((await nobody.get(given)).status).toBe(403));
  expect((await guest.get(await poster(guest))).status).toBe(404);
  expect(stays.closed).toBeUndefined();
});

test('R125 a room that could not be told of a policy is told within the hour', async () => {
  const link = await makeLink();
  expect(await open(new Visitor(), link)).toBe(200);
  const inRoom = await enter(video.id, { linkId: link.id });
  const policy = { linkPolicy: { isPasswordRequired: true, longestDays: null, guests: 'anyone' } };
  await asAda(
    sql`update organizations set settings = ${JSON.stringify(policy)}::jsonb where id = ${ofAda()}`,
  );
  await closeEndedRights(env, new Date(Date.now() + 60_000));
  expect(await inRoom.untilClosed()).toMatchObject({ code: 4408 });
  const refused = await env.MEDIA.get(videoRevocationsKey(video.shortId));
  expect(await refused?.json()).toEqual({ [`link:${link.id}`]: expect.any(Number) });
});

test('R127 a link left behind opens nothing until another takes it over', async () => {
  const bob = await signUp('Bob');
  await asAda(sql`insert into organization_members (organization_id, user_id, role)
    select ${ofAda()}, ${bob.id}::uuid, 'ADMIN'`);
  const link = await makeLink({ role: 'comment' }, bob);
  const [guest, late] = [await comeInAs('Grace'), await comeInAs('Late')];
  expect(await open(guest, link)).toBe(200);
  const poster = async () => (await (await guest.get(`/api/videos/${video.id}`)).json<Video>()).thumbnailUrl;
  const given = (await poster()) ?? '';
  const [{ rows }] = await asAda(sql`select ${ofAda()} as id`);
  const gone = await ada.delete(`/api/organizations/${String(rows[0]?.['id'])}/members/${bob.id}`);
  expect(gone.status).toBe(204);
  expect(await look(guest)).toBe(404);
  expect(await open(late, link)).toMatchObject({ detail: expect.stringMatching('may no longer share') });
  await vi.waitFor(async () => expect((await new Visitor().get(given)).status).toBe(403));
  const { items } = await (await ada.get(links)).json<{ items: Link[] }>();
  expect(items).toMatchObject([{ id: link.id, state: 'maker-gone', createdBy: { name: 'Bob' } }]);
  const taken = await ada.patch(`${links}/${link.id}`, { takeOver: true });
  expect(await taken.json()).toMatchObject({ state: 'open', createdBy: { name: 'Ada' } });
  expect(await look(guest)).toBe(200);
  // What plays again is another address: its right is younger than the end of the first.
  expect((await new Visitor().get((await poster()) ?? '')).status).toBe(404);
});

test('R128 each opening is noted: who, when and by what', async () => {
  const link = await makeLink();
  const [guest, nobody] = [await comeInAs('Grace'), new Visitor()];
  await guest.ask('POST', `/api/links/${link.token}`, { headers: { 'user-agent': 'Browser/1' } });
  await guest.post(`/api/links/${link.token}`);
  await nobody.post(`/api/links/${link.token}`);
  const views = `${links}/${link.id}/views`;
  const page = await (await ada.get(`${views}?limit=1`)).json<{ items: object[]; next: string }>();
  expect(page.items).toEqual([
    { id: expect.any(String), openedAt: expect.any(String), viewer: null, userAgent: null },
  ]);
  const rest = await (await ada.get(`${views}?cursor=${page.next}`)).json();
  expect(rest).toMatchObject({
    items: [{ viewer: { id: guest.id, name: 'Grace', isGuest: true }, userAgent: 'Browser/1' }],
    next: null,
  });
  const [listed] = (await (await ada.get(links)).json<{ items: object[] }>()).items;
  expect(listed).toMatchObject({ useCount: 2, lastUsedAt: expect.any(String) });
  expect((await (await ada.get(`${links}/${video.id}/views`)).json<{ code: string }>()).code).toBe(
    'NOT_FOUND',
  );
  expect((await guest.get(views)).status).toBe(403);
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  await expireLinkViews(env, inDays(89));
  expect((await (await ada.get(views)).json<{ items: object[] }>()).items).toHaveLength(2);
  await expireLinkViews(env, inDays(91));
  expect(await (await ada.get(views)).json()).toMatchObject({ items: [], next: null });
});

test('R128 a link changes as it was seen, and is made once by one id', async () => {
  const id = uuidv7();
  const draft = { id, role: 'comment', expiresAt: '2100-01-01T00:00:00.000Z' };
  const made = await ada.post(links, draft);
  const again = await ada.post(links, draft);
  expect([made.status, again.status]).toEqual([201, 200]);
  const first = await made.json<Link>();
  expect(await again.json()).toEqual(first);
  const path = `${links}/${id}`;
  const tag = (await ada.get(path)).headers.get('etag') ?? '';
  const guest = await comeInAs('Grace');
  expect(await open(guest, first)).toBe(200);
  const edit = { label: 'For the press', maxUses: 5, password: 'correct horse', expiresAt: null };
  const changed = await ada.patch(path, edit, { 'if-match': tag });
  expect(await changed.json()).toMatchObject({
    label: 'For the press',
    maxUses: 5,
    hasPassword: true,
    expiresAt: null,
    useCount: 1,
    url: first.url,
  });
  expect((await ada.patch(path, { label: null }, { 'if-match': tag })).status).toBe(412);
  expect(await open(await comeInAs('Late'), first)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await look(guest)).toBe(200);
  await ada.delete(path);
  expect((await ada.patch(path, { label: 'x' })).status).toBe(409);
});

test('R128 letting in fewer refuses what was given out to all, and gives it anew to who may', async () => {
  const link = await makeLink();
  const [guest, nobody] = [await comeInAs('Grace'), new Visitor()];
  for (const who of [guest, nobody]) expect(await open(who, link)).toBe(200);
  const poster = async () =>
    (await (await guest.get(`/api/videos/${video.id}`)).json<Video>()).thumbnailUrl ?? '';
  const given = await poster();
  expect((await nobody.get(given)).status).toBe(404);
  expect((await ada.patch(`${links}/${link.id}`, { guests: 'named' })).status).toBe(200);
  expect([await look(guest), await look(nobody)]).toEqual([200, 404]);
  await vi.waitFor(async () => expect((await nobody.get(given)).status).toBe(403));
  expect((await nobody.get(await poster())).status).toBe(404);
});
