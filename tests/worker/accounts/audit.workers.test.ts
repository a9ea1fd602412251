import { beforeAll, describe, expect, test } from 'vitest';
import { foundTeam, makeTeamVideo, type Team } from '#tests/support/workers/team.ts';
import { setVerified } from '#tests/support/workers/verified.ts';
import { type Asked, type Person, signUp, Visitor } from '#tests/support/workers/visitor.ts';

interface Event {
  action: string;
  actor: { id: string; name: string } | null;
  actorRole: string;
  subject: { type: string; id: string };
  user: { id: string; name: string } | null;
  details: Record<string, unknown>;
  requestId: string | null;
  createdAt: string;
}
let ada: Person;
let bob: Person;
let team: Team;
beforeAll(async () => {
  ada = await signUp('Ada');
  bob = await signUp('Bob');
  for (const { id } of [ada, bob]) await setVerified(id, true);
  team = await foundTeam(ada);
});

const logOf = async (who: Visitor, path: string, query = ''): Promise<Event[]> => {
  const answer = await who.get(`${path}?limit=100${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json<{ items: Event[] }>()).items;
};
const of = (organization: Team) => `/api/organizations/${organization.id}/audit`;

/** What a request left in the log: each event as who did what to whom. */
async function leftBy(
  who: Person,
  [method, path, asked]: [string, string, Asked?],
  log = of(team),
  reader: Visitor = ada,
): Promise<{ answer: Response; events: unknown[] }> {
  const answer = await who.ask(method, path, asked);
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
  const requestId = answer.headers.get('x-request-id');
  const events = (await logOf(reader, log)).filter((event) => event.requestId === requestId);
  for (const event of events) expect([event.actor?.id, event.actorRole]).toEqual([who.id, 'registered']);
  return { answer, events: events.map(({ action, user }) => [action, user?.name ?? null]).toSorted() };
}
const json = (body: object): Asked => ({ json: body });

describe('a request leaves one event for each right it changed', () => {
  test('of members and invitations', async () => {
    const at = `/api/organizations/${team.id}`;
    const made = await leftBy(ada, ['POST', `${at}/invitations`, json({ email: bob.email })]);
    expect(made.events).toEqual([['invitation.made', null]]);
    const { id } = await made.answer.json<{ id: string }>();
    const renewed = await leftBy(ada, ['POST', `${at}/invitations/${id}/renewal`, json({})]);
    expect(renewed.events).toEqual([['invitation.renewed', null]]);
    const { token } = await renewed.answer.json<{ token: string }>();
    expect((await leftBy(bob, ['POST', `/api/invitations/${token}`])).events).toEqual([
      ['invitation.accepted', 'Bob'],
      ['member.added', 'Bob'],
    ]);
    const his = `${at}/members/${bob.id}`;
    expect((await leftBy(ada, ['PATCH', his, json({ role: 'ADMIN' })])).events).toEqual([
      ['member.role-changed', 'Bob'],
    ]);
    expect((await leftBy(ada, ['PATCH', his, json({ role: 'ADMIN' })])).events).toEqual([]);
    expect((await leftBy(ada, ['POST', `${at}/transfer`, json({ userId: bob.id })])).events).toEqual([
      ['member.role-changed', 'Ada'],
      ['member.role-changed', 'Bob'],
    ]);
    await bob.post(`${at}/transfer`, { userId: ada.id });
    expect((await leftBy(ada, ['DELETE', his])).events).toEqual([['member.removed', 'Bob']]);
    const link = await (await ada.post(`${at}/invitations`, {})).json<{ id: string }>();
    expect((await leftBy(ada, ['DELETE', `${at}/invitations/${link.id}`])).events).toEqual([
      ['invitation.revoked', null],
    ]);
  });

  test('of the organization', async () => {
    const own = await foundTeam(ada);
    const at = `/api/organizations/${own.id}`;
    const edit = (change: object) => leftBy(ada, ['PATCH', at, json(change)], of(own));
    expect((await edit({ name: 'New' })).events).toEqual([['organization.renamed', null]]);
    expect((await edit({ settings: { embedDomains: ['a.test'] } })).events).toEqual([
      ['organization.settings-changed', null],
    ]);
    expect((await edit({ description: 'Films' })).events).toEqual([]);
    const dissolved = await leftBy(ada, ['DELETE', at, json({ confirm: own.slug })], '/api/me/audit');
    expect(dissolved.events).toEqual([['member.removed', 'Ada']]);
  });

  test('of videos and links', async () => {
    const video = await makeTeamVideo(ada, team, 'public');
    const at = `/api/videos/${video.id}`;
    const made = await leftBy(ada, ['POST', `${at}/links`, json({ password: 'hush hush' })]);
    expect(made.events).toEqual([['link.made', null]]);
    const { id } = await made.answer.json<{ id: string }>();
    expect((await leftBy(ada, ['PATCH', `${at}/links/${id}`, json({ label: 'Press' })])).events).toEqual([
      ['link.changed', null],
    ]);
    expect((await leftBy(ada, ['DELETE', `${at}/links/${id}`])).events).toEqual([['link.revoked', null]]);
    expect((await leftBy(ada, ['PATCH', at, json({ visibility: 'private' })])).events).toEqual([
      ['video.visibility-changed', 'Ada'],
    ]);
    expect((await leftBy(ada, ['PATCH', at, json({ title: 'New' })])).events).toEqual([]);
    expect((await leftBy(ada, ['DELETE', at])).events).toEqual([['video.deleted', 'Ada']]);
    expect(JSON.stringify(await logOf(ada, of(team)))).not.toMatch(/hush|token|hash/i);
  });

  test('of webhooks', async () => {
    const url = 'http://127.0.0.1:9/hush';
    const made = await leftBy(ada, ['POST', `/api/organizations/${team.id}/webhooks`, json({ url })]);
    expect(made.events).toEqual([['webhook.made', null]]);
    const at = `/api/webhooks/${(await made.answer.json<{ id: string }>()).id}`;
    expect((await leftBy(ada, ['PATCH', at, json({ events: ['link.revoked'] })])).events).toEqual([
      ['webhook.changed', null],
    ]);
    expect((await leftBy(ada, ['PATCH', at, json({ description: 'Chat' })])).events).toEqual([]);
    expect((await leftBy(ada, ['DELETE', at])).events).toEqual([['webhook.deleted', null]]);
    expect(JSON.stringify(await logOf(ada, of(team)))).not.toContain('hush');
  });

  test('of keys and passwords', async () => {
    const kay = await signUp('Kay');
    const own = (asked: [string, string, Asked?]) => leftBy(kay, asked, '/api/me/audit', kay);
    const made = await own(['POST', '/api/me/keys', json({ name: 'Robot', scopes: ['videos:read'] })]);
    expect(made.events).toEqual([['key.made', 'Kay']]);
    const key = await made.answer.json<{ id: string; key: string }>();
    expect((await own(['PATCH', `/api/me/keys/${key.id}`, json({ name: 'New' })])).events).toEqual([]);
    expect((await own(['DELETE', `/api/me/keys/${key.id}`])).events).toEqual([['key.revoked', 'Kay']]);
    const change = { password: 'correct horse', newPassword: 'battery staple' };
    expect((await own(['POST', '/api/auth/change-password', json(change)])).events).toEqual([
      ['identity.password-changed', 'Kay'],
    ]);
    const all = await logOf(kay, '/api/me/audit');
    expect(all.map(({ action, actorRole }) => `${action} ${actorRole}`)).toEqual(
      expect.arrayContaining(['identity.linked accounts', 'member.added accounts']),
    );
    for (const { requestId } of all) expect(requestId).toEqual(expect.any(String));
  });
});

describe('the log', () => {
  test('is read by action, actor, person, subject and time, page by page both ways', async () => {
    const own = await foundTeam(ada, [[bob, 'ADMIN']]);
    await ada.patch(`/api/organizations/${own.id}`, { name: 'New' });
    await ada.patch(`/api/organizations/${own.id}/members/${bob.id}`, { role: 'MEMBER' });
    const actions = async (query: string) => (await logOf(ada, of(own), query)).map(({ action }) => action);
    const all = ['member.role-changed', 'organization.renamed', 'member.added', 'member.added'];
    expect(await actions('')).toEqual(all);
    expect(await actions('&action=member.added')).toEqual(all.slice(2));
    expect(await actions('&action=organization')).toEqual(['organization.renamed']);
    expect(await actions(`&actor=${bob.id}`)).toEqual([]);
    expect(await actions(`&user=${bob.id}`)).toEqual(['member.role-changed', 'member.added']);
    expect(await actions(`&subject=${own.id}`)).toEqual(['organization.renamed']);
    const [, renamed] = await logOf(ada, of(own));
    expect(await actions(`&until=${renamed?.createdAt}`)).toEqual(all.slice(2));
    expect(await actions(`&since=${renamed?.createdAt}`)).toEqual(all.slice(0, 2));
    const page = async (query: string) =>
      (await ada.get(`${of(own)}?limit=3${query}`)).json<{
        items: Event[];
        next: string;
        prev: string | null;
      }>();
    const first = await page('');
    const second = await page(`&cursor=${first.next}`);
    expect([second.items.length, second.next]).toEqual([1, null]);
    expect((await page(`&cursor=${second.prev}`)).items).toEqual(first.items);
  });

  test('is a table for who asks for one, without formulas', async () => {
    const own = await foundTeam(ada);
    await ada.patch(`/api/organizations/${own.id}`, { name: '=1+1, "x"' });
    const answer = await ada.get(of(own), { accept: 'text/csv' });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [names, renamed] = (await answer.text()).split('\r\n');
    expect(names).toBe(
      '"createdAt","action","actorId","actorName","actorRole","userId","userName","subjectType","subjectId","details","requestId","id"',
    );
    expect(renamed).toContain(
      `,"organization.renamed","${ada.id}","Ada","registered","","","organizations","${own.id}",`,
    );
  });

  test('is for administrators', async () => {
    const own = await foundTeam(ada, [[bob, 'MEMBER']]);
    expect((await bob.get(of(own))).status).toBe(403);
    expect((await (await signUp('Eve')).get(of(own))).status).toBe(404);
    expect((await new Visitor().get(of(own))).status).toBe(401);
    expect((await new Visitor().get('/api/me/audit')).status).toBe(401);
  });
});
