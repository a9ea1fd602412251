import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { decodeJwt } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { keyOf, KeyHolder } from '#tests/support/workers/api/actors.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { askForSocket, RoomClient } from '#tests/support/workers/room-client.ts';
import {
  comeInAs,
  linkIn,
  mailTo,
  PASSWORD,
  type Person,
  signUp,
  signUpAs,
  Visitor,
} from '#tests/support/workers/visitor.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Video } from '#worker/library/view.ts';
import { tendSeats } from '#worker/rooms/end-seats.ts';
import { query } from '../accounts/accounts-tables.ts';

/** Whoever may ask for a ticket: a browser, or a program with a key. */
type Asking = Pick<Visitor, 'post'>;

let ada: Person;
let video: Video;
beforeEach(async () => {
  ada = await signUp('Ada');
  video = await makeVideo(ada);
});

const join = (who: Asking, id = video.id) => who.post(`/api/videos/${id}/join`);
const ticketOf = async (who: Asking, id = video.id): Promise<string> =>
  (await (await join(who, id)).json<JoinAnswer>()).ticket;
async function connectBy(ticket: string, id = video.id): Promise<RoomClient> {
  const answer = await askForSocket(id, ticket);
  if (!answer.webSocket) throw new Error(`socket: ${answer.status} ${await answer.text()}`);
  return new RoomClient(answer.webSocket);
}
async function sitDown(who: Asking, id = video.id): Promise<RoomClient> {
  const client = await connectBy(await ticketOf(who, id), id);
  await client.hello();
  return client;
}
async function signInElsewhere(email: string): Promise<Visitor> {
  const visitor = new Visitor();
  const answer = await visitor.post('/api/auth/sign-in/email', { email, password: PASSWORD });
  expect(answer.status).toBe(200);
  return visitor;
}
const SIGNED_OUT = { code: 4408, reason: 'You have been signed out.' };
const isWell = async (client: RoomClient): Promise<boolean> =>
  (await client.do({ t: 'like.set', isLiked: true })).t === 'ack';
async function seatsLeft(userId: string): Promise<unknown[]> {
  const select = sql`select id from room_seats where user_id = ${userId}`;
  const db = createDatabase(env.DATABASE_URL);
  const [{ rows }] = await runAs(db, serviceActor('service:cron'), (db) => [db.execute(select)] as const);
  return rows;
}

test('R66 who signs out is out of every room by that session, and by no other', async () => {
  const other = await makeVideo(ada, { visibility: 'private' });
  const phone = await signInElsewhere(ada.email);
  const here = await sitDown(ada);
  const there = [await sitDown(phone), await sitDown(phone), await sitDown(phone, other.id)];
  expect((await phone.post('/api/auth/sign-out')).status).toBe(200);
  for (const client of there) expect(await client.untilClosed()).toEqual(SIGNED_OUT);
  expect(await isWell(here)).toBe(true);
  // What was told is known no longer; who stays is.
  expect(await seatsLeft(ada.id)).toHaveLength(1);
  const again = await (await join(phone)).json<JoinAnswer>();
  expect(again.you).toMatchObject({ userId: null });
  expect((await join(phone, other.id)).status).toBe(404);
});

test('R66 a session ended from elsewhere ends there; its browser is told once, and comes back as nobody', async () => {
  const phone = await signInElsewhere(ada.email);
  const [here, there] = [await sitDown(ada), await sitDown(phone)];
  const { items } = await (
    await ada.get('/api/me/sessions')
  ).json<{ items: { id: string; isCurrent: boolean }[] }>();
  const other = items.find(({ isCurrent }) => !isCurrent)?.id;
  expect((await ada.delete(`/api/me/sessions/${other}`)).status).toBe(204);
  expect(await there.untilClosed()).toEqual(SIGNED_OUT);
  const refused = await join(phone);
  expect([refused.status, await refused.json()]).toEqual([
    401,
    expect.objectContaining({ detail: 'Your session has ended. Sign in again.' }),
  ]);
  expect((await (await join(phone)).json<JoinAnswer>()).you.userId).toBeNull();
  expect(await isWell(here)).toBe(true);
});

test.each([
  ['signing out everywhere else', async () => (await ada.delete('/api/me/sessions')).status],
  [
    'another password',
    async () =>
      (await ada.post('/api/auth/change-password', { password: PASSWORD, newPassword: 'battery staple' }))
        .status,
  ],
] as const)('R66 %s ends what other sessions have opened, not one’s own', async (_, end) => {
  const [here, there] = [await sitDown(ada), await sitDown(await signInElsewhere(ada.email))];
  expect(await end()).toBeLessThan(300);
  expect(await there.untilClosed()).toEqual(SIGNED_OUT);
  expect(await isWell(here)).toBe(true);
});

test('R66 a password that was reset ends all there was', async () => {
  const here = await sitDown(ada);
  await new Visitor().post('/api/auth/request-password-reset', { email: ada.email });
  const token = linkIn(await mailTo(ada.email, (words) => words.includes('/reset')));
  const answer = await new Visitor().post('/api/auth/reset-password', {
    token,
    newPassword: 'battery staple',
  });
  expect(answer.status).toBe(200);
  expect(await here.untilClosed()).toEqual(SIGNED_OUT);
});

test('R66 a guest who becomes an account sits there as the guest no more', async () => {
  const grace = await comeInAs('Grace');
  const here = await sitDown(grace);
  const account = { name: 'Grace', email: `grace-${crypto.randomUUID()}@example.com`, password: PASSWORD };
  expect(await signUpAs(grace, account)).toMatchObject({ id: grace.id });
  expect(await here.untilClosed()).toEqual(SIGNED_OUT);
  expect((await (await join(grace)).json<JoinAnswer>()).you).toMatchObject({
    userId: grace.id,
    isGuest: false,
  });
});

test('R66 an account that goes leaves all rooms', async () => {
  const bob = await signUp('Bob');
  const [here, byKey] = [await sitDown(bob), await sitDown(await keyOf(bob))];
  expect((await bob.ask('DELETE', '/api/me', { json: { password: PASSWORD } })).status).toBe(204);
  const gone = { code: 4408, reason: 'This account has been deleted.' };
  expect([await here.untilClosed(), await byKey.untilClosed()]).toEqual([gone, gone]);
  expect(await seatsLeft(bob.id)).toEqual([]);
});

test('R66 a key that is revoked ends what programs have opened by it, and gets no other ticket', async () => {
  const [robot, spare] = [await keyOf(ada), await keyOf(ada)];
  const [its, others, hers] = [await sitDown(robot), await sitDown(spare), await sitDown(ada)];
  expect((await ada.delete(`/api/me/keys/${robot.keyId}`)).status).toBe(204);
  expect(await its.untilClosed()).toEqual({ code: 4408, reason: 'This API key opens nothing any more.' });
  expect((await join(robot)).status).toBe(401);
  expect([await isWell(others), await isWell(hers)]).toEqual([true, true]);
});

test('R66 a ticket that was out when its session ended opens nothing', async () => {
  const phone = await signInElsewhere(ada.email);
  const ticket = await ticketOf(phone);
  await phone.post('/api/auth/sign-out');
  expect(await (await connectBy(ticket)).untilClosed()).toMatchObject({ code: 4408 });
});

test('R66 what ended unsaid is told within the hour, and then forgotten', async () => {
  const phone = await signInElsewhere(ada.email);
  const [here, there] = [await sitDown(ada), await sitDown(phone)];
  await query(
    `delete from sessions where user_id = $1 and id = (select id from sessions where user_id = $1
      order by created_at desc limit 1)`,
    [ada.id],
  );
  // Others end theirs beside us.
  expect((await tendSeats(env, new Date())).sockets).toBeGreaterThan(0);
  expect(await there.untilClosed()).toEqual(SIGNED_OUT);
  expect(await isWell(here)).toBe(true);
  expect(await seatsLeft(ada.id)).toHaveLength(1);
});

test('R67 a seat lasts a day, or as long as what took it; nobody’s has no end', async () => {
  const credentialIn = async (who: Asking) =>
    decodeJwt<{ credential: unknown }>(await ticketOf(who)).credential;
  const inADay = Date.now() + 86_400_000;
  expect(await credentialIn(ada)).toEqual({ id: expect.any(String), endsAtMs: expect.any(Number) });
  const { endsAtMs } = (await credentialIn(ada)) as { endsAtMs: number };
  expect(Math.abs(endsAtMs - inADay)).toBeLessThan(60_000);
  const expiresAt = new Date(Date.now() + 90_000);
  const made = await ada.post('/api/me/keys', { name: 'Brief', scopes: ['rooms:join'], expiresAt });
  const { id, key } = await made.json<{ id: string; key: string }>();
  expect(await credentialIn(new KeyHolder(key))).toEqual({ id, endsAtMs: expiresAt.getTime() });
  expect(await credentialIn(new Visitor())).toBeNull();
});
