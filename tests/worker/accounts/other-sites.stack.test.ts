import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../../worker/local/database-setup.ts';
import type { Stack } from '../../../worker/local/stack.ts';
import { startOwnStack } from '#tests/support/stack.ts';
import { readAll, startOidcProvider, type Claims, type OidcProvider } from './oidc-provider.ts';

const LOGIN = { user: 'lockstep', pass: 'p@ss word' };
let stack: Stack;
let provider: OidcProvider;
let smtp: SMTPServer;
const received: { from: string; to: string[]; raw: string }[] = [];

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: ({ username, password }, _session, callback) =>
      username === LOGIN.user && password === LOGIN.pass
        ? callback(null, { user: username })
        : callback(new Error('Wrong password')),
    onData: (stream, { envelope }, callback) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const to = envelope.rcptTo.map(({ address }) => address);
      const take = async () => {
        received.push({ from, to, raw: await readAll(stream) });
        callback();
      };
      void take();
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  provider = await startOidcProvider();
  const { port } = smtp.server.address() as AddressInfo;
  const settings = {
    MAIL_URL: `smtp://${LOGIN.user}:${encodeURIComponent(LOGIN.pass)}@127.0.0.1:${port}`,
    MAIL_FROM: 'Lockstep <hello@lockstep.example>',
    OAUTH_PROVIDERS: JSON.stringify([provider.setting]),
  };
  stack = await startOwnStack({ settings });
});
afterAll(async () => {
  await stack?.stop();
  await provider?.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

/** Follows redirects one by one, as a browser does, with its cookies. */
class Browser {
  readonly cookies = new Map<string, string>();

  async ask(path: string, body?: object): Promise<Response> {
    const answer = await fetch(new URL(path, stack.origin), {
      method: body ? 'POST' : 'GET',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body && { 'content-type': 'application/json', origin: stack.origin }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  json = async <T>(path: string, body?: object): Promise<T> =>
    (await this.ask(path, body)).json() as Promise<T>;
  me = () => this.json<{ kind: string; id: string; email: string; name: string }>('/api/me');

  /** There and back again; answers where that led. */
  async signInBy(claims: Claims, next = '/upload'): Promise<string> {
    provider.signInAs(claims);
    const { url } = await this.json<{ url: string }>('/api/auth/sign-in/social', {
      providerId: 'acme',
      next,
    });
    const there = await fetch(url, { redirect: 'manual' });
    const back = new URL(there.headers.get('location') ?? '');
    return (await this.ask(back.pathname + back.search)).headers.get('location') ?? '';
  }
}

const somebody = (more: Partial<Claims> = {}): Claims => ({
  sub: randomUUID(),
  email: `${randomUUID()}@acme.example`,
  email_verified: true,
  name: 'Ada of Acme',
  ...more,
});
const ask = <Row>(text: string, values: unknown[]): Promise<Row[]> =>
  withClient(stack.superuserUrl, async (client) => (await client.query(text, values)).rows as Row[]);

test('another site signs somebody up, with all an account has, and in again', async () => {
  const [claims, browser] = [somebody(), new Browser()];
  expect(await browser.json('/api/auth/providers')).toEqual({ items: [{ id: 'acme', name: 'Acme' }] });
  expect(await browser.signInBy(claims)).toBe(`${stack.origin}/upload`);
  const { id, ...me } = await browser.me();
  expect(me).toMatchObject({
    kind: 'registered',
    email: claims.email,
    name: claims.name,
    hasPassword: false,
  });
  const rows = await ask(
    `select i.provider_id, o.kind, m.role, i.access_token like '%-%-%' as is_readable from identities i
     join organization_members m using (user_id) join organizations o on o.id = m.organization_id where user_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ provider_id: 'acme', kind: 'personal', role: 'OWNER', is_readable: false }]);
  const elsewhere = new Browser();
  await elsewhere.signInBy(claims);
  expect(await elsewhere.me()).toMatchObject({ id });
});

test('a guest who signs up there stays who they are', async () => {
  const browser = new Browser();
  const guest = await browser.json<{ id: string }>('/api/guests', { name: 'Grace' });
  await browser.signInBy(somebody());
  expect(await browser.me()).toMatchObject({ kind: 'registered', id: guest.id, name: 'Ada of Acme' });
});

test('an address the other site has not verified makes no account, and opens none', async () => {
  const [owner, claims] = [new Browser(), somebody()];
  await owner.signInBy(claims);
  for (const email of [claims.email, `${randomUUID()}@acme.example`])
    for (const email_verified of [false, 'false', '']) {
      const browser = new Browser();
      const led = await browser.signInBy(somebody({ email, email_verified }));
      expect([email_verified, led]).toEqual([email_verified, expect.stringMatching(/\/sign-in\?.*error=/)]);
      expect(await browser.me()).toMatchObject({ kind: 'anonymous' });
    }
});

test('an answer that is not to what this browser asked is refused', async () => {
  const [browser, stranger] = [new Browser(), new Browser()];
  provider.signInAs(somebody());
  const { url } = await browser.json<{ url: string }>('/api/auth/sign-in/social', { providerId: 'acme' });
  const back = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '');
  const answer = await stranger.ask(back.pathname + back.search);
  expect(answer.headers.get('location')).toMatch(/\/sign-in\?.*error=/);
  expect(await stranger.me()).toMatchObject({ kind: 'anonymous' });
});

test('mails go out by SMTP, and their links lead in; there is no outbox then', async () => {
  const [browser, email] = [new Browser(), `${randomUUID()}@lockstep.test`];
  await browser.ask('/api/auth/sign-up/email', { name: 'Ada', email, password: 'correct horse' });
  const mine = () => received.find(({ to }) => to.includes(email));
  await expect.poll(mine, { timeout: 20_000 }).toBeDefined();
  const { from, raw } = mine() ?? { from: '', raw: '' };
  expect(from).toBe('hello@lockstep.example');
  const words = raw.replace(/=\r\n/g, '').replace(/=3D/g, '=');
  expect(words).toContain('Subject: ');
  const token = /\/verify\?token=([\w.-]+)/.exec(words)?.[1];
  const { user } = await browser.json<{ user: { email: string } }>('/api/auth/verify-email', { token });
  expect(user.email).toBe(email);
  expect((await browser.ask('/outbox')).status).toBe(404);
});
