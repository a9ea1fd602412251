import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { foundTeam, type Team } from '#tests/support/workers/team.ts';
import { setVerified } from '#tests/support/workers/verified.ts';
import { comeInAs, type Person, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';

interface Invitation {
  id: string;
  email: string | null;
  role: string;
  useCount: number;
  token: string;
  url: string;
}
let ada: Person;
let bob: Person;
let eve: Person;
let team: Team;
beforeAll(async () => {
  [ada, bob, eve] = [await signUp('Ada'), await signUp('Bob'), await signUp('Eve')];
  for (const person of [ada, bob, eve]) await setVerified(person.id, true);
  team = await foundTeam(ada, [[bob, 'ADMIN']]);
});

const path = (of: Team = team) => `/api/organizations/${of.id}/invitations`;
async function invite(draft: object = {}, inviter: Visitor = ada, to: Team = team): Promise<Invitation> {
  const answer = await inviter.post(path(to), draft);
  expect(answer.status).toBe(201);
  return answer.json();
}
const look = (who: Visitor, { token }: { token: string }) => who.get(`/api/invitations/${token}`);
const accept = (who: Visitor, { token }: { token: string }) => who.post(`/api/invitations/${token}`);
const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...(await answer.json<{ code: string; detail: string }>()),
});
const roleIn = async (who: Visitor, of: Team = team): Promise<string | undefined> => {
  const answer = await who.get(`/api/organizations/${of.id}`);
  return answer.status === 200 ? (await answer.json<{ role: string }>()).role : undefined;
};

describe('who invites', () => {
  test('are administrators; owners are invited by owners', async () => {
    const made = await invite({ role: 'ADMIN', maxUses: 3 }, bob);
    expect(made).toEqual({
      id: expect.any(String),
      email: null,
      role: 'ADMIN',
      maxUses: 3,
      useCount: 0,
      invitedBy: { id: bob.id, name: 'Bob' },
      expiresAt: expect.any(String),
      acceptedAt: null,
      revokedAt: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      token: expect.stringMatching(/^[\w-]{32}$/),
      url: `http://127.0.0.1:8080/invite/${made.token}`,
    });
    expect((await bob.post(path(), { role: 'OWNER' })).status).toBe(403);
    expect((await ada.post(path(), { role: 'OWNER' })).status).toBe(201);
    const carol = await signUp('Carol');
    const another = await foundTeam(ada, [[carol, 'MEMBER']]);
    for (const answer of [carol.post(path(another), {}), carol.get(path(another))])
      expect((await answer).status).toBe(403);
    for (const answer of [eve.post(path(), {}), eve.get(path()), (await comeInAs('Grace')).get(path())])
      expect((await answer).status).toBe(404);
  });

  test('see them listed, newest first, and never a token', async () => {
    const own = await foundTeam(ada, [[bob, 'ADMIN']]);
    const made = [
      await invite({ email: 'grace@example.com' }, ada, own),
      await invite({}, ada, own),
      await invite({ role: 'OWNER' }, ada, own),
    ];
    const idsFor = async (who: Visitor) => {
      const text = await (await who.get(path(own))).text();
      for (const { token } of made) expect(text).not.toContain(token);
      return (JSON.parse(text) as { items: Invitation[] }).items.map(({ id }) => id);
    };
    expect(await idsFor(ada)).toEqual(made.map(({ id }) => id).toReversed());
    expect(await idsFor(bob)).toEqual([made[1]?.id, made[0]?.id]);
    const [{ rows }] = await runAs(
      createDatabase(env.DATABASE_URL),
      { role: 'registered', userId: ada.id },
      (db) => [db.execute(sql`select * from invitations where id = ${made[0]?.id}::uuid`)] as const,
    );
    expect(JSON.stringify(rows)).not.toContain(made[0]?.token);
  });

  test('invite for thirty days at most, and to addresses', async () => {
    for (const draft of [{ expiresInDays: 31 }, { email: 'nobody' }, { maxUses: 0 }, { role: 'GOD' }])
      expect((await ada.post(path(), draft)).status).toBe(400);
  });
});

describe('an invitation by link', () => {
  test('says who invites to what, and lets as many in as it says', async () => {
    const link = await invite({ maxUses: 2 });
    const says = {
      organizationName: 'Acme',
      inviterName: 'Ada',
      role: 'MEMBER',
      isMailed: false,
      isForYou: null,
      isMember: false,
      expiresAt: expect.any(String),
    };
    for (const visitor of [new Visitor(), eve])
      expect(await (await look(visitor, link)).json()).toEqual(says);
    const people = [await signUp('Kay'), await signUp('Lou'), await signUp('Max')];
    const answers = await Promise.all(people.map((person) => accept(person, link)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 404]);
    expect((await Promise.all(people.map((person) => roleIn(person)))).filter(Boolean)).toEqual([
      'MEMBER',
      'MEMBER',
    ]);
  });

  test('is accepted again without a use, by who is in', async () => {
    const link = await invite({ maxUses: 2 });
    const kay = await signUp('Kay');
    const first = await accept(kay, link);
    expect(await first.json()).toEqual({ organizationId: team.id, slug: team.slug, name: 'Acme' });
    expect((await accept(kay, link)).status).toBe(200);
    expect((await accept(bob, link)).status).toBe(200);
    expect(await roleIn(bob)).toBe('ADMIN');
    const { items } = await (await ada.get(path())).json<{ items: Invitation[] }>();
    expect(items.find(({ id }) => id === link.id)?.useCount).toBe(1);
  });

  test('takes an account', async () => {
    const link = await invite();
    for (const visitor of [new Visitor(), await comeInAs('Grace')])
      expect((await accept(visitor, link)).status).toBe(401);
  });
});

describe('an invitation by mail', () => {
  test('is for the account of that address alone, once it is confirmed', async () => {
    const kay = await signUp('Kay');
    const mailed = await invite({ email: kay.email.toUpperCase(), role: 'ADMIN' });
    expect(mailed).toMatchObject({ email: kay.email, maxUses: 1 });
    expect(await (await look(eve, mailed)).json()).toMatchObject({ isMailed: true, isForYou: false });
    expect(await problemOf(await accept(eve, mailed))).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    await setVerified(kay.id, false);
    expect(await problemOf(await accept(kay, mailed))).toMatchObject({
      status: 403,
      detail: 'Confirm your e-mail address first; then accept the invitation.',
    });
    await setVerified(kay.id, true);
    expect(await (await look(kay, mailed)).json()).toMatchObject({ isForYou: true });
    expect((await accept(kay, mailed)).status).toBe(200);
    expect(await roleIn(kay)).toBe('ADMIN');
    expect((await accept(kay, mailed)).status).toBe(200);
    await ada.delete(`/api/organizations/${team.id}/members/${kay.id}`);
    expect(await problemOf(await accept(kay, mailed))).toMatchObject({
      status: 404,
      detail: 'This invitation has been used.',
    });
  });

  test('asked for again is renewed: one open invitation an address', async () => {
    const kay = await signUp('Kay');
    const first = await invite({ email: kay.email });
    const second = await invite({ email: kay.email, role: 'ADMIN' });
    expect([second.id, second.role]).toEqual([first.id, 'ADMIN']);
    expect((await accept(kay, first)).status).toBe(404);
  });
});

describe('an invitation', () => {
  test('is renewed by another token', async () => {
    const link = await invite();
    const renewed = await ada.post(`${path()}/${link.id}/renewal`, { expiresInDays: 30 });
    const again = await renewed.json<Invitation>();
    expect([renewed.status, again.id, again.token === link.token]).toEqual([200, link.id, false]);
    expect((await look(eve, link)).status).toBe(404);
    expect((await look(eve, again)).status).toBe(200);
  });

  test('taken back lets nobody in, and is not renewed', async () => {
    const link = await invite();
    expect((await eve.delete(`${path()}/${link.id}`)).status).toBe(404);
    for (let n = 0; n < 2; n += 1) expect((await bob.delete(`${path()}/${link.id}`)).status).toBe(204);
    const kay = await signUp('Kay');
    for (const answer of [look(kay, link), accept(kay, link)])
      expect(await problemOf(await answer)).toMatchObject({
        status: 404,
        detail: 'This invitation has been taken back.',
      });
    expect((await ada.post(`${path()}/${link.id}/renewal`)).status).toBe(409);
    for (const id of ['x', uuidv7()]) {
      expect((await ada.delete(`${path()}/${id}`)).status).toBe(404);
      expect((await ada.post(`${path()}/${id}/renewal`)).status).toBe(404);
    }
  });

  test('ends with its maker’s right to invite: nobody who was removed comes back by their own', async () => {
    const [gone, demoted] = [await signUp('Gone'), await signUp('Demoted')];
    const other = await foundTeam(ada, [
      [gone, 'ADMIN'],
      [demoted, 'ADMIN'],
    ]);
    const links = [await invite({ maxUses: 5 }, gone, other), await invite({ maxUses: 5 }, demoted, other)];
    const standing = await invite({ maxUses: 5 }, ada, other);
    await ada.delete(`/api/organizations/${other.id}/members/${gone.id}`);
    await ada.patch(`/api/organizations/${other.id}/members/${demoted.id}`, { role: 'MEMBER' });
    for (const link of links) expect((await accept(gone, link)).status).toBe(404);
    expect(await roleIn(gone, other)).toBeUndefined();
    expect((await accept(gone, standing)).status).toBe(200);
  });

  test('has an end', async () => {
    const link = await invite();
    const soon = new Date(Date.now() + 300).toISOString();
    await runAs(
      createDatabase(env.DATABASE_URL),
      { role: 'registered', userId: ada.id },
      (db) =>
        [db.execute(sql`update invitations set expires_at = ${soon} where id = ${link.id}::uuid`)] as const,
    );
    await vi.waitUntil(async () => (await look(eve, link)).status === 404, { interval: 50 });
    expect((await problemOf(await accept(eve, link))).detail).toBe('This invitation has expired.');
    for (const token of ['x', 'A'.repeat(32)]) expect((await look(eve, { token })).status).toBe(404);
  });

  test('opens a page that leads to signing in and back, and lets in without a script', async () => {
    const link = await invite();
    const page = await new Visitor().get(`/invite/${link.token}`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Ada invites you to Acme, as a member.');
    expect(html).toContain(`/sign-in?next=${encodeURIComponent(`/invite/${link.token}`)}`);
    const kay = await signUp('Kay');
    expect(await (await kay.get(`/invite/${link.token}`)).text()).toContain('You join as Kay.');
    const joined = await kay.post(`/invite/${link.token}`);
    expect([joined.status, joined.headers.get('location')]).toEqual([303, `/invite/${link.token}`]);
    expect(await (await kay.get(`/invite/${link.token}`)).text()).toContain('You are in Acme');
    const late = await eve.get(`/invite/${link.token}`);
    expect([late.status, await late.text()]).toEqual([404, expect.stringContaining('has been used')]);
  });
});
