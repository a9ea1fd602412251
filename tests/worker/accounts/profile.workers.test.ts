import { expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, PASSWORD, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { query } from './accounts-tables.ts';

const EMPTY = { username: null, givenName: null, familyName: null, bio: null, avatarUrl: null };
const me = async (visitor: Visitor) => (await visitor.get('/api/me')).json();

test('one sees all of oneself, and changes what one names', async () => {
  const ada = await signUp('Ada');
  const before = {
    kind: 'registered',
    id: ada.id,
    name: 'Ada',
    email: ada.email,
    ...EMPTY,
    hasPassword: true,
  };
  expect(await me(ada)).toEqual(before);
  const username = `ada_${crypto.randomUUID().slice(0, 8)}`;
  const edit = {
    username,
    givenName: 'Ada',
    familyName: 'Lovelace',
    bio: 'Counts.',
    avatarUrl: 'https://a.example/1.jpg',
  };
  const edited = await ada.patch('/api/me', edit);
  expect([edited.status, await edited.json()]).toEqual([200, { ...before, ...edit }]);
  await ada.patch('/api/me', { name: 'Ada L.', bio: null });
  expect(await me(ada)).toEqual({ ...before, ...edit, name: 'Ada L.', bio: null });
  const video = await makeVideo(ada);
  expect(video).toMatchObject({ author: { name: 'Ada L.' } });
});

test('an edit is made from the version it names, or not at all', async () => {
  const ada = await signUp('Ada');
  const tag = (await ada.get('/api/me')).headers.get('etag') ?? '';
  const first = await ada.patch('/api/me', { bio: 'One' }, { 'if-match': tag });
  expect(first.status).toBe(200);
  const late = await ada.patch('/api/me', { bio: 'Two' }, { 'if-match': tag });
  expect([late.status, await late.json()]).toEqual([412, expect.objectContaining({ code: 'STALE' })]);
  const next = await ada.patch('/api/me', { bio: 'Two' }, { 'if-match': first.headers.get('etag') ?? '' });
  expect(next.status).toBe(200);
});

test('a username is one person’s, whatever its case', async () => {
  const [ada, eve] = [await signUp('Ada'), await signUp('Eve')];
  const username = `Ada-${crypto.randomUUID().slice(0, 8)}`;
  expect((await ada.patch('/api/me', { username })).status).toBe(200);
  const taken = await eve.patch('/api/me', { username: username.toUpperCase() });
  expect([taken.status, await taken.json()]).toEqual([
    409,
    expect.objectContaining({
      errors: [{ pointer: '/username', detail: 'Somebody is called that already.' }],
    }),
  ]);
});

test.each([
  [{ username: 'ab' }, '/username'],
  [{ username: 'a b c' }, '/username'],
  [{ avatarUrl: 'http://a.example/1.jpg' }, '/avatarUrl'],
  [{ avatarUrl: 'javascript:alert(1)' }, '/avatarUrl'],
  [{ bio: 'x'.repeat(2_001) }, '/bio'],
  [{ givenName: '' }, '/givenName'],
  [{ name: null }, '/name'],
])('%j is refused at %s', async (edit, pointer) => {
  const answer = await (await comeInAs()).patch('/api/me', edit);
  expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ pointer }] }]);
});

test('an account goes for good by its password; videos stay without author, private ones go', async () => {
  const ada = await signUp('Ada');
  const [open, secret] = [await makeVideo(ada), await makeVideo(ada, { visibility: 'private' })];
  const leave = (json: object) => ada.ask('DELETE', '/api/me', { json });
  expect((await leave({})).status).toBe(400);
  expect((await leave({ password: 'wrong' })).status).toBe(400);
  expect((await leave({ password: PASSWORD })).status).toBe(204);
  expect([...ada.cookies.keys()].filter((name) => name.includes('session'))).toEqual([]);
  expect(await query('select id from users where id = $1', [ada.id])).toEqual([]);
  expect(await query('select name, kind from organizations where slug like $1', [`%${ada.id}%`])).toEqual([]);
  const anybody = new Visitor();
  expect(await (await anybody.get(`/api/videos/${open.id}`)).json()).toMatchObject({ author: null });
  expect((await anybody.get(`/api/videos/${secret.id}`)).status).toBe(404);
  const again = await new Visitor().post('/api/auth/sign-in/email', { email: ada.email, password: PASSWORD });
  expect(again.status).toBe(401);
});
