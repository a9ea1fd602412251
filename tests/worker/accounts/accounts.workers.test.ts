import { expect, test } from 'vitest';
import { comeInAs, ORIGIN, signUp, signUpByMail, Visitor } from '#tests/support/workers/visitor.ts';
import { query } from './accounts-tables.ts';

const me = async (visitor: Visitor) => (await visitor.get('/api/me')).json();

const EMPTY = {
  email: null,
  username: null,
  givenName: null,
  familyName: null,
  bio: null,
  avatarUrl: null,
  hasPassword: false,
};

test('an anonymous visitor is told so', async () => {
  expect(await me(new Visitor())).toEqual({ kind: 'anonymous', id: null, name: null, ...EMPTY });
});

test('a guest gives a name, is somebody from then on, and can be renamed', async () => {
  const guest = await comeInAs('  Grace ');
  expect(await me(guest)).toEqual({ kind: 'guest', id: guest.id, name: 'Grace', ...EMPTY });
  const renamed = await guest.patch('/api/me', { name: 'Grace H.' });
  expect(await renamed.json()).toEqual({ kind: 'guest', id: guest.id, name: 'Grace H.', ...EMPTY });
  expect(await me(guest)).toEqual({ kind: 'guest', id: guest.id, name: 'Grace H.', ...EMPTY });
  const [row] = await query('select email, account_type, name from users where id = $1', [guest.id]);
  expect(row).toEqual({ email: null, account_type: 'guest', name: 'Grace H.' });
});

test('a guest who comes in again is told who they are already', async () => {
  const guest = await comeInAs('Grace');
  const again = await guest.post('/api/guests', { name: 'Somebody else' });
  expect(again.status).toBe(409);
  expect(await me(guest)).toMatchObject({ id: guest.id, name: 'Grace' });
});

test('signing up makes account, identity, organization and membership together', async () => {
  const ada = await signUpByMail('Ada');
  expect(await me(ada)).toEqual({
    ...EMPTY,
    kind: 'registered',
    id: ada.id,
    name: 'Ada',
    email: ada.email,
    hasPassword: true,
  });
  const rows = await query(
    `select u.account_type, i.provider_id, o.kind, m.role
     from users u join identities i on i.user_id = u.id
     join organization_members m on m.user_id = u.id join organizations o on o.id = m.organization_id
     where u.id = $1`,
    [ada.id],
  );
  expect(rows).toEqual([
    { account_type: 'registered', provider_id: 'credential', kind: 'personal', role: 'OWNER' },
  ]);
});

test('the database holds no session token and no password as they are', async () => {
  const ada = await signUpByMail('Ada');
  const cookie = decodeURIComponent(ada.cookies.get('lockstep.session_token') ?? '');
  const token = cookie.slice(0, cookie.lastIndexOf('.'));
  const [session] = await query<{ token: string }>('select token from sessions where user_id = $1', [ada.id]);
  expect(token).toHaveLength(32);
  expect(session?.token).toMatch(/^[0-9a-f]{64}$/);
  const [identity] = await query<{ password: string }>('select password from identities where user_id = $1', [
    ada.id,
  ]);
  expect(identity?.password).toMatch(/^scrypt\$16384\$16\$1\$[0-9a-f]{32}\$[0-9a-f]{128}$/);
});

test('without the signed copy the session is found by its token, and the copy is made anew', async () => {
  for (const somebody of [await signUp('Ada'), await comeInAs('Grace')]) {
    somebody.cookies.delete('lockstep.session_data');
    expect(await me(somebody)).toMatchObject({ id: somebody.id });
    expect([...somebody.cookies.keys()]).toContain('lockstep.session_data');
    const [, ...others] = [...somebody.cookies].filter(([name]) => name === 'lockstep.session_data');
    expect(others).toEqual([]);
  }
});

test('the signed copy says who asks, without a query; the database is asked whether it still holds', async () => {
  const guest = await comeInAs('Grace');
  await query('delete from sessions where user_id = $1', [guest.id]);
  expect((await guest.get('/version')).status).toBe(200);
  expect((await guest.patch('/api/me', { name: 'Grace H.' })).status).toBe(401);
  expect(await me(guest)).toMatchObject({ kind: 'anonymous' });
});

test('a forged copy is not believed', async () => {
  const guest = await comeInAs('Grace');
  const copy = guest.cookies.get('lockstep.session_data') ?? '';
  const forged = new Visitor();
  const text = atob(copy.replaceAll('-', '+').replaceAll('_', '/')).replaceAll('Grace', 'Admin');
  forged.cookies.set('lockstep.session_data', btoa(text));
  forged.cookies.set('lockstep.session_token', 'nonsense.nonsense');
  expect(await me(forged)).toMatchObject({ kind: 'anonymous' });
});

test('signing out ends it, signing in begins it again', async () => {
  const ada = await signUp('Ada');
  expect((await ada.post('/api/auth/sign-out')).status).toBe(200);
  expect(await me(ada)).toMatchObject({ kind: 'anonymous' });
  const wrong = await ada.post('/api/auth/sign-in/email', { email: ada.email, password: 'wrong horse' });
  const unknown = await ada.post('/api/auth/sign-in/email', {
    email: 'nobody@example.com',
    password: 'wrong horse',
  });
  const refused = { status: 401, code: 'UNAUTHENTICATED', detail: 'Invalid email or password' };
  expect(await wrong.json()).toMatchObject(refused);
  expect(await unknown.json()).toMatchObject(refused);
  const right = await ada.post('/api/auth/sign-in/email', {
    email: ada.email.toUpperCase(),
    password: 'correct horse',
  });
  expect(right.status).toBe(200);
  expect(await right.json()).toEqual({ user: { id: ada.id, name: 'Ada', email: ada.email } });
  expect(await me(ada)).toMatchObject({ id: ada.id });
});

test('cookies are closed to scripts, and Secure where the address is', async () => {
  const plain = await new Visitor().post('/api/guests', { name: 'Grace' });
  for (const cookie of plain.headers.getSetCookie()) {
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).not.toContain('Secure');
  }
  const { exports } = await import('cloudflare:workers');
  const secure = await exports.default.fetch('https://lockstep.example/api/guests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://lockstep.example' },
    body: JSON.stringify({ name: 'Grace' }),
  });
  expect(secure.status).toBe(201);
  for (const cookie of secure.headers.getSetCookie()) expect(cookie).toMatch(/^__Secure-lockstep.*Secure/);
});

test.each([
  ['/api/guests', {}, '/name'],
  ['/api/guests', { name: '   ' }, '/name'],
  ['/api/guests', { name: 'x'.repeat(101) }, '/name'],
  ['/api/guests', { name: 7 }, '/name'],
  ['/api/guests', { name: 'a\u0000b' }, '/name'],
  ['/api/guests', { name: 'a\ud800b' }, '/name'],
  ['/api/auth/sign-up/email', { name: 'A', email: 'no address', password: 'long enough' }, '/email'],
  ['/api/auth/sign-up/email', { name: 'A', email: 'a@example.com', password: 'short' }, '/password'],
])('%s refuses %j at %s', async (path, json, pointer) => {
  const answer = await new Visitor().post(path, json);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code: 'INVALID', errors: [{ pointer }] });
});

test('a name cannot be changed by nobody', async () => {
  expect((await new Visitor().patch('/api/me', { name: 'Grace' })).status).toBe(401);
});

test('one password cannot be guessed at from many addresses: the account is counted, and the wait is told', async () => {
  const email = `${crypto.randomUUID()}@example.com`;
  const attempt = (n: number) =>
    new Visitor().ask('POST', '/api/auth/sign-in/email', {
      json: { email, password: 'wrong horse' },
      headers: { 'cf-connecting-ip': `203.0.113.${n}` },
    });
  const answers = await Promise.all(Array.from({ length: 11 }, (_, n) => attempt(n)));
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused).toHaveLength(1);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused[0]?.json()).toMatchObject({ code: 'RATE_LIMITED' });
});

test('another site’s page cannot act in a visitor’s name', async () => {
  const guest = await comeInAs('Grace');
  const foreign = await guest.ask('PATCH', '/api/me', {
    json: { name: 'Mallory' },
    headers: { origin: 'https://evil.example' },
  });
  expect(foreign.status).toBe(403);
  const own = await guest.ask('PATCH', '/api/me', { json: { name: 'Grace' }, headers: { origin: ORIGIN } });
  expect(own.status).toBe(200);
});
