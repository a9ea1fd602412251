import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { getDescription, named } from '#tests/support/workers/api/operations.ts';
import { linkIn, mailTo, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { openAuth } from '#worker/accounts/auth.ts';
import { newEmail, query } from './accounts-tables.ts';

/** All there is below /api/auth. What the accounts library could serve besides does not exist. */
const SERVED = [
  'GET /api/auth/callback/{providerId}',
  'GET /api/auth/providers',
  'POST /api/auth/change-email',
  'POST /api/auth/change-password',
  'POST /api/auth/request-password-reset',
  'POST /api/auth/reset-password',
  'POST /api/auth/send-verification-email',
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-in/social',
  'POST /api/auth/sign-out',
  'POST /api/auth/sign-up/email',
  'POST /api/auth/verify-email',
];

/** Every address the accounts library knows, with its methods, as it knows them itself. */
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
      : [options?.method ?? 'GET'].flat().map((method) => ({ method, path: `/api/auth${path}` })),
  );
}

test('what is served below /api/auth is this, all of it described', async () => {
  const operations = (await getDescription()).operations
    .map(named)
    .filter((operation) => operation.includes('/api/auth/'));
  expect(operations.sort()).toEqual(SERVED);
});

test('whatever else the library knows is not there, for nobody and for members', async () => {
  const hidden = (await listEndpoints()).filter(
    ({ method, path }) => !SERVED.includes(`${method} ${path.replace(':id', '{providerId}')}`),
  );
  expect(hidden.length).toBeGreaterThan(10);
  const ada = await signUp('Ada');
  for (const visitor of [new Visitor(), ada])
    for (const { method, path } of hidden) {
      const answer = await visitor.ask(
        method,
        path.replace(/:\w+/g, 'x'),
        method === 'GET' ? {} : { json: {} },
      );
      expect([404, 400, 405], `${method} ${path} → ${answer.status}`).toContain(answer.status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
});

test('the way back from another site fails in words, whatever it brings', async () => {
  for (const [address, status, leadsTo] of [
    ['github', 302, /^http:.*\/sign-in\?.*error=/],
    ['github?state=x&code=y', 302, /\/sign-in\?.*error=/],
    ['github?error=access_denied&state=x', 302, /\/sign-in\?.*error=/],
    ['github?state=%00', 400, undefined],
    ['%00', 400, undefined],
  ] as const) {
    const answer = await new Visitor().get(`/api/auth/callback/${address}`);
    expect(answer.status, address).toBe(status);
    if (leadsTo) expect(answer.headers.get('location')).toMatch(leadsTo);
  }
});

test('no other site is offered where none is set up', async () => {
  expect(await (await new Visitor().get('/api/auth/providers')).json()).toEqual({ items: [] });
  const answer = await new Visitor().post('/api/auth/sign-in/social', { providerId: 'github' });
  expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ code: 'NOT_FOUND' })]);
});

test('nobody makes themselves anything by fields of their own', async () => {
  const [visitor, email] = [new Visitor(), newEmail()];
  const extra = {
    accountType: 'system',
    accessRole: 'admin',
    id: crypto.randomUUID(),
    credits: 1000,
    guestId: 'x',
  };
  const account = { name: 'M', email, password: 'correct horse', ...extra };
  expect((await visitor.post('/api/auth/sign-up/email', account)).status).toBe(202);
  await visitor.post('/api/auth/verify-email', { token: linkIn(await mailTo(email)), ...extra });
  await visitor.patch('/api/me', { name: 'M', ...extra });
  const rows = await query('select account_type, access_role, credits, name from users where email = $1', [
    email,
  ]);
  expect(rows).toEqual([{ account_type: 'registered', access_role: 'user', credits: 0, name: 'M' }]);
});
