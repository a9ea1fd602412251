import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { enter } from '#tests/support/workers/room-client.ts';
import { makeTeamVideo } from '#tests/support/workers/team.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';

interface Organization {
  id: string;
  slug: string;
  name: string;
  settings: object;
  memberCount: number;
}
let ada: Awaited<ReturnType<typeof signUp>>;
let eve: Awaited<ReturnType<typeof signUp>>;
beforeAll(async () => {
  [ada, eve] = [await signUp('Ada'), await signUp('Eve')];
});

const slug = (): string => `team-of-${crypto.randomUUID().slice(0, 13)}`;
const found = async (draft: object = {}): Promise<Organization> => {
  const answer = await ada.post('/api/organizations', { name: 'Acme', slug: slug(), ...draft });
  expect(answer.status).toBe(201);
  return answer.json();
};
const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...(await answer.json<{ code: string; errors: object[] }>()),
});
const at = (organization: Organization) => `/api/organizations/${organization.id}`;
const DEFAULTS = {
  embedDomains: [],
  linkPolicy: { isPasswordRequired: false, longestDays: null, guests: 'anyone' },
  retention: { archiveAfterDays: null },
};

describe('founding a team', () => {
  test('makes its founder the owner, and a repeat answers the first', async () => {
    const draft = { id: uuidv7(), name: 'Acme', slug: slug(), description: 'Films' };
    const made = await found(draft);
    expect(made).toEqual({
      ...draft,
      logoUrl: null,
      kind: 'team',
      settings: DEFAULTS,
      role: 'OWNER',
      memberCount: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const again = await ada.post('/api/organizations', { ...draft, name: 'Another', slug: slug() });
    expect([again.status, await again.json()]).toEqual([200, made]);
    expect(await problemOf(await eve.post('/api/organizations', draft))).toMatchObject({ status: 409 });
    for (const ref of [made.id, made.slug])
      expect(await (await ada.get(`/api/organizations/${ref}`)).json()).toEqual(made);
  });

  test('takes its slug from the name, and refuses one that is taken or ours', async () => {
    const name = `Crème ${crypto.randomUUID().slice(0, 8)}`;
    const made = await found({ name, slug: undefined });
    expect(made.slug).toBe(name.replace('è', 'e').replace(' ', '-').toLowerCase());
    expect((await found({ name: '東京', slug: undefined })).slug).toMatch(/^team-[0-9a-f]{8}$/);
    const taken = await eve.post('/api/organizations', { name });
    expect(await problemOf(taken)).toMatchObject({ code: 'CONFLICT', errors: [{ pointer: '/slug' }] });
    for (const bad of ['personal-x', 'dissolved-x', 'A', 'a--b', uuidv7()])
      expect(
        (await problemOf(await eve.post('/api/organizations', { name, slug: bad }))).errors,
      ).toContainEqual({ pointer: '/slug', detail: expect.any(String) });
  });

  test('is for accounts', async () => {
    for (const visitor of [await comeInAs('Grace'), new Visitor()])
      expect((await visitor.post('/api/organizations', { name: 'Acme' })).status).toBe(401);
  });
});

test('one’s organizations are listed page by page, the personal one first', async () => {
  const bob = await signUp('Bob');
  for (const name of ['zebra', 'Apple', 'mango'])
    await bob.post('/api/organizations', { name, slug: slug() });
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = await (
      await bob.get(`/api/organizations?limit=3${query}`)
    ).json<{ items: Organization[]; next: string | null }>();
    names.push(...page.items.map(({ name }) => name));
    cursor = page.next;
  }
  expect(names).toEqual(['Bob', 'Apple', 'mango', 'zebra']);
});

describe('changing one', () => {
  test('changes what is given, of the version that was seen', async () => {
    const made = await found();
    const seen = (await ada.get(at(made))).headers.get('etag') ?? '';
    const edit = { description: 'New', logoUrl: 'https://example.com/logo.svg' };
    const changed = await ada.patch(at(made), edit, { 'if-match': seen });
    expect([changed.status, await changed.json()]).toEqual([
      200,
      { ...made, ...edit, updatedAt: expect.any(String) },
    ]);
    expect((await ada.patch(at(made), { name: 'Late' }, { 'if-match': seen })).status).toBe(412);
  });

  test('sets each setting by itself, within its bounds', async () => {
    const made = await found();
    const set = async (settings: object) => {
      const answer = await ada.patch(at(made), { settings });
      return answer.status === 200 ? (await answer.json<Organization>()).settings : answer.status;
    };
    expect(await set({ embedDomains: ['Example.com', 'example.com', 'a.example.org'] })).toEqual({
      ...DEFAULTS,
      embedDomains: ['example.com', 'a.example.org'],
    });
    await set({ linkPolicy: { longestDays: 7 } });
    expect(await set({ linkPolicy: { guests: 'named' }, retention: { archiveAfterDays: 90 } })).toEqual({
      embedDomains: ['example.com', 'a.example.org'],
      linkPolicy: { isPasswordRequired: false, longestDays: 7, guests: 'named' },
      retention: { archiveAfterDays: 90 },
    });
    const refused = [
      { embedDomains: ['https://example.com'] },
      { embedDomains: ['example.com/a'] },
      { embedDomains: Array.from({ length: 51 }, (_, n) => `a${n}.example.com`) },
      { retention: { archiveAfterDays: 29 } },
      { linkPolicy: { longestDays: 0 } },
      { linkPolicy: { guests: 'nobody' } },
    ];
    for (const settings of refused) expect(await set(settings)).toBe(400);
  });

  test('is for its administrators; to others there is nothing', async () => {
    const made = await found();
    expect((await eve.get(at(made))).status).toBe(404);
    expect((await eve.patch(at(made), { name: 'Mine' })).status).toBe(404);
    expect((await eve.ask('DELETE', at(made), { json: { confirm: made.slug } })).status).toBe(404);
    for (const ref of ['x', "'; --", uuidv7()])
      expect((await ada.get(`/api/organizations/${encodeURIComponent(ref)}`)).status).toBe(404);
  });
});

describe('dissolving a team', () => {
  test('takes its slug typed in; at once nobody sees anything of it, and its rooms are closed', async () => {
    const made = await found();
    const video = await makeTeamVideo(ada, made, 'public');
    const watcher = await enter(video.id, { userId: eve.id, name: 'Eve' });
    const dissolve = (confirm: string) => ada.ask('DELETE', at(made), { json: { confirm } });
    expect(await problemOf(await dissolve('acme'))).toMatchObject({ errors: [{ pointer: '/confirm' }] });
    expect((await eve.get(`/api/videos/${video.id}`)).status).toBe(200);
    const startedMs = Date.now();
    expect((await dissolve(made.slug)).status).toBe(204);
    expect(await watcher.untilClosed()).toEqual({
      code: 4503,
      reason: 'The organization has been dissolved.',
    });
    expect(Date.now() - startedMs).toBeLessThan(1000);
    for (const somebody of [ada, eve])
      expect((await somebody.get(`/api/videos/${video.id}`)).status).toBe(404);
    expect((await ada.get(at(made))).status).toBe(404);
    await found({ slug: made.slug });
  });

  test('does not take one’s personal organization', async () => {
    const page = await (await eve.get('/api/organizations')).json<{ items: Organization[] }>();
    const own = page.items[0];
    if (!own) throw new Error('no organization');
    const answer = await eve.ask('DELETE', at(own), { json: { confirm: own.slug } });
    expect(await problemOf(answer)).toMatchObject({ status: 400, code: 'INVALID' });
    expect((await eve.get(at(own))).status).toBe(200);
  });
});
