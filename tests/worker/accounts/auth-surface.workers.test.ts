import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { openAuth } from '#worker/accounts/auth.ts';

/** Every address the accounts library serves, with its methods, as it knows them itself. */
async function listEndpoints(): Promise<{ method: string; path: string }[]> {
  const { auth, close } = openAuth({
    databaseUrl: env.AUTH_DATABASE_URL,
    secret: env.AUTH_SECRET,
    publicOrigin: 'http://127.0.0.1:8080',
  });
  await close();
  const endpoints = Object.values(auth.api) as { path?: string; options?: { method?: string | string[] } }[];
  return endpoints.flatMap(({ path, options }) =>
    path === undefined
      ? []
      : [options?.method ?? 'GET']
          .flat()
          .map((method) => ({ method, path: `/api/auth${path.replace(/:\w+/g, '%00')}` })),
  );
}

const BODIES = [
  '{',
  'null',
  '{"email":1,"password":[],"token":"\\u0000","newPassword":"long enough","name":"\\u0000","providerId":"\\u0000"}',
];

test('whatever the library is sent, by nobody or a member, it answers in our shape and never fails', async () => {
  const endpoints = await listEndpoints();
  expect(endpoints.length).toBeGreaterThan(10);
  for (const { method, path } of endpoints)
    for (const visitor of [new Visitor(), await signUp('Ada')])
      for (const body of method === 'GET' ? [undefined] : BODIES) {
        const headers = { 'content-type': 'application/json' };
        const answer = await visitor.ask(method, path, body === undefined ? {} : { body, headers });
        const said = `${method} ${path} ${body} → ${answer.status}`;
        expect(answer.status, said).toBeLessThan(500);
        if (answer.status < 400) continue;
        expect(answer.headers.get('content-type'), said).toBe('application/problem+json');
        expect(await answer.json(), said).toMatchObject({
          code: expect.any(String),
          detail: expect.stringMatching(/\w/),
        });
      }
});

test('tokens are handed to no script', async () => {
  const ada = await signUp('Ada');
  for (const path of ['get-session', 'list-sessions', 'get-access-token', 'refresh-token'])
    for (const method of ['GET', 'POST'])
      expect((await ada.ask(method, `/api/auth/${path}`)).status, `${method} ${path}`).toBe(404);
});

test('nobody makes themselves anything by fields of their own', async () => {
  const visitor = new Visitor();
  const email = `${crypto.randomUUID()}@example.com`;
  const extra = { accountType: 'system', emailVerified: true, id: crypto.randomUUID(), credits: 1000 };
  const answer = await visitor.post('/api/auth/sign-up/email', {
    name: 'M',
    email,
    password: 'correct horse',
    ...extra,
  });
  expect(answer.status).toBe(200);
  expect(await (await visitor.get('/api/me')).json()).toMatchObject({ kind: 'registered' });
  await visitor.patch('/api/me', { name: 'M', accountType: 'guest' });
  expect(await (await visitor.get('/api/me')).json()).toMatchObject({ kind: 'registered' });
});
