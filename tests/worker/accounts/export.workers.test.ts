import { beforeAll, expect, test, vi } from 'vitest';
import { foundTeam, makeTeamVideo, type Team } from '#tests/support/workers/team.ts';
import { type Person, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { toLines } from '#worker/accounts/lines.ts';

type Line = Record<string, unknown> & { type: string };
let ada: Person;
let bob: Person;
let team: Team;
beforeAll(async () => {
  [ada, bob] = [await signUp('Ada'), await signUp('Bob')];
  team = await foundTeam(ada, [[bob, 'ADMIN']]);
});

const path = () => `/api/organizations/${team.slug}/export`;

test('an owner takes everything along, line by line, without secrets', async () => {
  const video = await makeTeamVideo(bob, team, 'private');
  const at = `/api/videos/${video.id}`;
  const made = [
    await bob.post(`${at}/comments`, { content: 'Look' }),
    await bob.post(`${at}/links`, { password: 'hush hush', label: 'Press' }),
    await ada.post(`/api/organizations/${team.id}/invitations`, { email: 'grace@example.com' }),
  ];
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
  const token = (await made[1]?.json<{ token: string }>())?.token ?? 'token';
  // What is said in a room is written down in a moment.
  await vi.waitUntil(async () => (await (await ada.get(`${at}/comments`)).text()).includes('Look'));
  const answer = await ada.get(path());
  expect([
    answer.status,
    answer.headers.get('content-type'),
    answer.headers.get('content-disposition'),
  ]).toEqual([200, 'application/x-ndjson; charset=utf-8', `attachment; filename="${team.slug}.ndjson"`]);
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  expect(lines.map(({ type }) => type)).toEqual([
    'organization',
    'member',
    'member',
    'invitation',
    'video',
    'comment',
    'link',
    'end',
  ]);
  const of = (type: string) => lines.find((line) => line.type === type);
  expect(of('organization')).toMatchObject({ id: team.id, name: 'Acme', slug: team.slug, kind: 'team' });
  expect(of('video')).toMatchObject({ id: video.id, url: `http://127.0.0.1:8080/v/${video.shortId}` });
  expect(of('comment')).toMatchObject({ videoId: video.id, content: 'Look', authorId: bob.id });
  expect(of('link')).toMatchObject({ videoId: video.id, label: 'Press', hasPassword: true });
  expect(of('end')).toEqual({ type: 'end', rows: lines.length - 1 });
  for (const secret of [token, 'hush', 'Hash', '_hash']) expect(text).not.toContain(secret);
});

test('it is for owners', async () => {
  expect((await bob.get(path())).status).toBe(403);
  expect((await (await signUp('Eve')).get(path())).status).toBe(404);
  expect((await new Visitor().get(path())).status).toBe(401);
});

test('everybody takes along what is their own, and nothing of others', async () => {
  const kay = await signUp('Kay');
  await makeTeamVideo(ada, await foundTeam(ada, [[kay, 'MEMBER']]));
  await kay.post('/api/me/keys', { name: 'Robot', scopes: ['videos:read'] });
  const answer = await kay.get('/api/me/export');
  const text = new TextDecoder().decode(await answer.arrayBuffer());
  const types = text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Line).type);
  expect([...new Set(types)]).toEqual([
    'account',
    'identity',
    'session',
    'membership',
    'key',
    'audit-event',
    'end',
  ]);
  expect(text).toContain(kay.email);
  for (const secret of [ada.email, 'token', 'password"', 'Hash']) expect(text).not.toContain(secret);
  expect((await new Visitor().get('/api/me/export')).status).toBe(401);
});

test('never more than one page is held', async () => {
  let read = 0;
  let isLeft = false;
  async function* pages(): AsyncGenerator<object[]> {
    try {
      for (;;) yield [{ type: 'row', n: (read += 1) }];
    } finally {
      isLeft = true;
    }
  }
  const reader = (await toLines(pages())).getReader();
  for (let n = 1; n <= 3; n += 1) {
    const { value } = await reader.read();
    expect([new TextDecoder().decode(value), read]).toEqual([`{"type":"row","n":${n}}\n`, n]);
  }
  await reader.cancel();
  expect(isLeft).toBe(true);
});
