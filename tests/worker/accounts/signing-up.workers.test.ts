import { beforeEach, expect, test, vi } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import {
  comeInAs,
  linkIn,
  mailsTo,
  mailTo,
  PASSWORD,
  signUp,
  signUpAs,
  signUpByMail,
  Visitor,
} from '#tests/support/workers/visitor.ts';
import { newEmail, query } from './accounts-tables.ts';

const ask = (visitor: Visitor, email: string, more: object = {}) =>
  visitor.post('/api/auth/sign-up/email', { name: 'Ada', email, password: PASSWORD, ...more });
const confirm = (visitor: Visitor, token: string, password?: string) =>
  visitor.post('/api/auth/verify-email', { token, ...(password !== undefined && { password }) });
const me = async (visitor: Visitor) => (await visitor.get('/api/me')).json<{ id: string; kind: string }>();
const countUsers = async (email: string) =>
  (await query<{ n: number }>('select count(*)::int n from users where email = $1', [email]))[0]?.n;

test('whether an address is known the answer does not tell, only the mail', async () => {
  const ada = await signUpByMail('Ada');
  const unknown = newEmail();
  const answers = await Promise.all([ada.email, unknown].map((email) => ask(new Visitor(), email)));
  const told = async (answer: Response, email: string) => ({
    status: answer.status,
    body: await answer.json(),
    headers: [...answer.headers.keys()].sort(),
    cookies: answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, '')),
    isItsEmail: email,
  });
  const [forKnown, forUnknown] = await Promise.all([
    told(answers[0] as Response, ada.email),
    told(answers[1] as Response, unknown),
  ]);
  expect(forKnown).toEqual({ ...forUnknown, body: { email: ada.email }, isItsEmail: ada.email });
  expect(forKnown.status).toBe(202);
  const already = await mailTo(ada.email, (words) => words.includes('already'));
  expect(already).toContain('There is one already');
  expect(linkIn(already)).toBe('');
  expect(linkIn(await mailTo(unknown))).not.toBe('');
});

test('before its answer a sign-up does the same for every address: one password hashed, one row written', async () => {
  const ada = await signUpByMail('Ada');
  const reallyFetch = globalThis.fetch;
  const asked: string[] = [];
  vi.stubGlobal('fetch', (...args: Parameters<typeof fetch>) => {
    asked.push(String(args[1]?.body).replace(/"params":\[.*?\]/g, ''));
    return reallyFetch(...args);
  });
  const seen: string[][] = [];
  for (const email of [ada.email, newEmail()]) {
    asked.length = 0;
    await ask(new Visitor(), email);
    seen.push(asked.slice(0, 1));
    await mailTo(email);
  }
  vi.unstubAllGlobals();
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]?.[0]).toContain('insert into');
});

test('nothing is made until the link is confirmed, and then once', async () => {
  const [visitor, email] = [new Visitor(), newEmail()];
  await ask(visitor, email);
  const token = linkIn(await mailTo(email));
  expect(await countUsers(email)).toBe(0);
  const page = await visitor.get(`/verify?token=${token}`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Confirm and sign in')]);
  expect(await countUsers(email)).toBe(0);
  const answers = await Promise.all([confirm(visitor, token), confirm(visitor, token)]);
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses[0]).toBe(200);
  expect([404, 409]).toContain(statuses[1]);
  expect(await countUsers(email)).toBe(1);
  const again = await visitor.get(`/verify?token=${token}`);
  expect([again.status, await again.text()]).toEqual([404, expect.stringContaining('good no more')]);
});

test('of what waits the database keeps no token and no password', async () => {
  const [visitor, email] = [new Visitor(), newEmail()];
  await ask(visitor, email);
  const [id = '', secret = ''] = linkIn(await mailTo(email)).split('.');
  const [row] = await query<{ value: string }>('select value from verifications where id = $1', [id]);
  expect(row?.value).toContain('scrypt$');
  for (const word of [secret, PASSWORD, visitor.cookies.get('lockstep.sign_up') ?? 'none'])
    expect(row?.value).not.toContain(word);
});

test.each([
  ['', 400],
  ['nonsense', 404],
  [`${crypto.randomUUID()}.${'a'.repeat(32)}`, 404],
])('the link %j leads nowhere', async (token, status) => {
  expect((await confirm(new Visitor(), token)).status).toBe(status);
  expect((await new Visitor().get(`/verify?token=${token}`)).status).toBe(404);
});

test('a link that has expired, or whose secret is another’s, leads nowhere', async () => {
  const [visitor, email] = [new Visitor(), newEmail()];
  await ask(visitor, email);
  const token = linkIn(await mailTo(email));
  const [id = ''] = token.split('.');
  expect((await confirm(visitor, `${id}.${'a'.repeat(32)}`)).status).toBe(404);
  await query(`update verifications set expires_at = now() - interval '1 second' where id = $1`, [id]);
  expect((await confirm(visitor, token)).status).toBe(404);
  expect(await countUsers(email)).toBe(0);
});

test('another browser shows that it knows the password: nobody gets an account with a stranger’s', async () => {
  const [here, there, email] = [new Visitor(), new Visitor(), newEmail()];
  await ask(here, email);
  const token = linkIn(await mailTo(email));
  expect(await (await there.get(`/verify?token=${token}`)).text()).toContain('type="password"');
  expect(await (await confirm(there, token)).json()).toMatchObject({
    code: 'INVALID',
    errors: [{ pointer: '/password' }],
  });
  expect((await confirm(there, token, 'wrong horse')).status).toBe(400);
  expect((await confirm(there, token, PASSWORD)).status).toBe(200);
  expect(await me(there)).toMatchObject({ kind: 'registered', email });
  expect(await me(here)).toMatchObject({ kind: 'anonymous' });
});

test('the page’s form does the same without a script, and goes on to where one wanted', async () => {
  const [visitor, email] = [new Visitor(), newEmail()];
  await ask(visitor, email, { next: '/upload' });
  const token = linkIn(await mailTo(email));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const sent = await visitor.ask('POST', '/verify', { body: new URLSearchParams({ token }), headers });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/upload']);
  expect(await me(visitor)).toMatchObject({ kind: 'registered' });
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'upload'])(
  'a sign-up leads to no other site: %s',
  async (next) => {
    expect((await ask(new Visitor(), newEmail(), { next })).status).toBe(400);
  },
);

test('a mail can be had again: its link is good, the one before is not', async () => {
  const [visitor, email] = [new Visitor(), newEmail()];
  await ask(visitor, email);
  const first = linkIn(await mailTo(email));
  const resent = await visitor.post('/api/auth/send-verification-email', { email });
  expect([resent.status, await resent.json()]).toEqual([202, { email }]);
  const second = linkIn(await mailTo(email, (words) => linkIn(words) !== first));
  expect((await confirm(visitor, first)).status).toBe(404);
  expect((await confirm(visitor, second)).status).toBe(200);
});

test('asked again for an address where nothing waits the answer is the same, and no mail goes', async () => {
  const email = newEmail();
  const resent = await new Visitor().post('/api/auth/send-verification-email', { email });
  expect([resent.status, await resent.json()]).toEqual([202, { email }]);
  expect(await mailsTo(email)).toEqual([]);
});

test('who confirms an address first has it; the other is told to sign in', async () => {
  const [one, other, email] = [new Visitor(), new Visitor(), newEmail()];
  await ask(one, email);
  const first = linkIn(await mailTo(email));
  await ask(other, email);
  const second = linkIn(await mailTo(email, (words) => linkIn(words) !== first));
  expect((await confirm(one, first)).status).toBe(200);
  const late = await confirm(other, second);
  expect([late.status, await late.json()]).toEqual([409, expect.objectContaining({ code: 'CONFLICT' })]);
});

test('a guest who signs up stays who they are, with all they have said', async () => {
  const guest = await comeInAs('Grace');
  const video = await makeVideo(await signUp('Ada'));
  const said = await guest.post(`/api/videos/${video.id}/comments`, { content: 'As a guest' });
  const { id: commentId } = await said.json<{ id: string }>();
  const { id } = await signUpAs(guest, { name: 'Grace H.', email: newEmail(), password: PASSWORD });
  expect(id).toBe(guest.id);
  expect(await me(guest)).toMatchObject({ kind: 'registered', id, name: 'Grace H.' });
  const comments = await (await guest.get(`/api/videos/${video.id}/comments`)).json<{ items: object[] }>();
  expect(comments.items).toMatchObject([{ id: commentId, authorId: id, authorName: 'Grace H.' }]);
  const [owned] = await query(
    `select o.kind, m.role from organization_members m join organizations o on o.id = m.organization_id where m.user_id = $1`,
    [id],
  );
  expect(owned).toEqual({ kind: 'personal', role: 'OWNER' });
});

test('so they do when they confirm in another browser, and are guests nowhere any more', async () => {
  const [guest, there, email] = [await comeInAs('Grace'), new Visitor(), newEmail()];
  await ask(guest, email);
  expect((await confirm(there, linkIn(await mailTo(email)), PASSWORD)).status).toBe(200);
  expect(await me(there)).toMatchObject({ kind: 'registered', id: guest.id });
  expect(await me(guest)).toMatchObject({ kind: 'anonymous' });
  expect([...guest.cookies.keys()].filter((name) => name.includes('session'))).toEqual([]);
});

test('one mailbox is not filled by asking again and again', async () => {
  const email = newEmail();
  const attempt = (n: number) =>
    new Visitor().ask('POST', '/api/auth/send-verification-email', {
      json: { email },
      headers: { 'cf-connecting-ip': `203.0.113.${n}` },
    });
  const statuses = (await Promise.all(Array.from({ length: 6 }, (_, n) => attempt(n)))).map((a) => a.status);
  expect(statuses.sort()).toEqual([202, 202, 202, 202, 202, 429]);
});

beforeEach(() => vi.unstubAllGlobals());
