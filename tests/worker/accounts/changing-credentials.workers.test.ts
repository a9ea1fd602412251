import { expect, test } from 'vitest';
import { linkIn, mailsTo, mailTo, PASSWORD, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { newEmail, query } from './accounts-tables.ts';

const me = async (visitor: Visitor) => (await visitor.get('/api/me')).json();
const signIn = (email: string, password: string, visitor = new Visitor()) =>
  visitor.post('/api/auth/sign-in/email', { email, password });
const askReset = (email: string) => new Visitor().post('/api/auth/request-password-reset', { email });
const reset = (token: string, newPassword: string, visitor = new Visitor()) =>
  visitor.post('/api/auth/reset-password', { token, newPassword });

test('a reset answers the same for every address; mail goes to who has an account', async () => {
  const [ada, unknown] = [await signUp('Ada'), newEmail()];
  for (const email of [ada.email, unknown]) {
    const answer = await askReset(email);
    expect([answer.status, await answer.json()]).toEqual([202, { email }]);
  }
  await mailTo(ada.email, (words) => words.includes('/reset?token='));
  expect(await mailsTo(unknown)).toEqual([]);
});

test('a new password ends every session but the one it gives, and the owner is told', async () => {
  const ada = await signUp('Ada');
  await askReset(ada.email);
  const token = linkIn(await mailTo(ada.email, (words) => words.includes('/reset?token=')));
  const elsewhere = new Visitor();
  const page = await elsewhere.get(`/reset?token=${token}`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Choose a new password')]);
  expect((await reset(token, 'short')).status).toBe(400);
  const done = await reset(token, 'another horse', elsewhere);
  expect([done.status, await done.json()]).toEqual([
    200,
    { user: { id: ada.id, name: 'Ada', email: ada.email } },
  ]);
  expect(await me(elsewhere)).toMatchObject({ id: ada.id });
  expect(await me(ada)).toMatchObject({ kind: 'anonymous' });
  expect((await reset(token, 'third horse')).status).toBe(404);
  expect((await signIn(ada.email, PASSWORD)).status).toBe(401);
  expect((await signIn(ada.email, 'another horse')).status).toBe(200);
  await mailTo(ada.email, (words) => words.includes('was changed'));
});

test('the pages do the same without a script', async () => {
  const ada = await signUp('Ada');
  const visitor = new Visitor();
  const send = (fields: Record<string, string>) =>
    visitor.ask('POST', '/reset', {
      body: new URLSearchParams(fields),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  expect(await (await visitor.get('/reset')).text()).toContain('Forgot your password?');
  expect((await send({ email: 'no address' })).status).toBe(400);
  expect(await (await send({ email: ada.email })).text()).toContain('Check your mail');
  const token = linkIn(await mailTo(ada.email, (words) => words.includes('/reset?token=')));
  expect(await (await send({ token, password: 'short' })).text()).toContain('at least 8 characters');
  expect((await send({ token, password: 'another horse' })).status).toBe(303);
  expect(await me(visitor)).toMatchObject({ id: ada.id });
  expect((await visitor.get(`/reset?token=${token}`)).status).toBe(404);
});

test('a link for one thing is good for no other', async () => {
  const ada = await signUp('Ada');
  await askReset(ada.email);
  const token = linkIn(await mailTo(ada.email, (words) => words.includes('/reset?token=')));
  expect((await new Visitor().post('/api/auth/verify-email', { token })).status).toBe(404);
  const email = newEmail();
  await new Visitor().post('/api/auth/sign-up/email', { name: 'B', email, password: PASSWORD });
  expect((await reset(linkIn(await mailTo(email)), 'another horse')).status).toBe(404);
});

test('a password is changed by who knows it: every other session ends', async () => {
  const ada = await signUp('Ada');
  const other = new Visitor();
  await signIn(ada.email, PASSWORD, other);
  const change = (json: object) => ada.post('/api/auth/change-password', json);
  const pointers = async (answer: Response) =>
    (await answer.json<{ errors: { pointer: string }[] }>()).errors.map(({ pointer }) => pointer);
  expect(await pointers(await change({ newPassword: 'another horse' }))).toEqual(['/password']);
  expect(await pointers(await change({ password: 'wrong', newPassword: 'another horse' }))).toEqual([
    '/password',
  ]);
  expect((await change({ password: PASSWORD, newPassword: 'another horse' })).status).toBe(204);
  expect(await me(ada)).toMatchObject({ id: ada.id });
  expect(await me(other)).toMatchObject({ kind: 'anonymous' });
  expect((await signIn(ada.email, 'another horse')).status).toBe(200);
});

test('a new address is confirmed where it is, and the old one told', async () => {
  const [ada, email] = [await signUp('Ada'), newEmail()];
  const asked = await ada.post('/api/auth/change-email', { email: email.toUpperCase(), password: PASSWORD });
  expect([asked.status, await asked.json()]).toEqual([202, { email }]);
  expect(await me(ada)).toMatchObject({ email: ada.email });
  const token = linkIn(await mailTo(email));
  const done = await new Visitor().post('/api/auth/verify-email', { token });
  expect([done.status, await done.json()]).toEqual([200, { user: { id: ada.id, name: 'Ada', email } }]);
  expect(await me(ada)).toMatchObject({ email });
  await mailTo(ada.email, (words) => words.includes(email));
  expect((await signIn(email, PASSWORD)).status).toBe(200);
  expect((await signIn(ada.email, PASSWORD)).status).toBe(401);
});

test('a new address that is known answers the same, and stays whose it is', async () => {
  const [ada, eve] = [await signUp('Ada'), await signUp('Eve')];
  expect((await eve.post('/api/auth/change-email', { email: ada.email })).status).toBe(400);
  const asked = await eve.post('/api/auth/change-email', { email: ada.email, password: PASSWORD });
  expect([asked.status, await asked.json()]).toEqual([202, { email: ada.email }]);
  expect(linkIn(await mailTo(ada.email, (words) => words.includes('belongs to an account')))).toBe('');
});

test('a deactivated account signs in nowhere, keeps no session and gets no link', async () => {
  const ada = await signUp('Ada');
  await query('update users set is_active = false where id = $1', [ada.id]);
  expect(await me(ada)).toMatchObject({ kind: 'anonymous' });
  expect(await query('select id from sessions where user_id = $1', [ada.id])).toEqual([]);
  const refused = await signIn(ada.email, PASSWORD);
  expect([refused.status, await refused.json()]).toEqual([
    403,
    expect.objectContaining({ code: 'FORBIDDEN' }),
  ]);
  expect((await signIn(ada.email, 'wrong horse')).status).toBe(401);
  expect((await askReset(ada.email)).status).toBe(202);
  expect((await mailsTo(ada.email)).filter((words) => words.includes('/reset?token='))).toEqual([]);
});

test('a new password leaves no link behind that was asked for before it', async () => {
  const ada = await signUp('Ada');
  const takenOver = newEmail();
  await ada.post('/api/auth/change-email', { email: takenOver, password: PASSWORD });
  const moving = linkIn(await mailTo(takenOver));
  const askForLink = async (seen: string[]): Promise<string> => {
    await askReset(ada.email);
    const isNew = (words: string) => words.includes('/reset?token=') && !seen.includes(linkIn(words));
    return linkIn(await mailTo(ada.email, isNew));
  };
  const first = await askForLink([]);
  const second = await askForLink([first]);
  const third = await askForLink([first, second]);
  const owner = new Visitor();
  expect((await reset(second, 'another horse', owner)).status).toBe(200);
  const late = await askForLink([first, second, third]);
  const change = { password: 'another horse', newPassword: 'third horse' };
  expect((await owner.post('/api/auth/change-password', change)).status).toBe(204);
  const answers = [
    await new Visitor().post('/api/auth/verify-email', { token: moving }),
    await reset(first, 'fourth horse'),
    await reset(late, 'fourth horse'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});
