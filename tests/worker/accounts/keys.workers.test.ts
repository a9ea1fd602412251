import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { users } from '#tables/accounts.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { KeyHolder, keyOf } from '#tests/support/workers/api/actors.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { makeApiKey } from '#worker/accounts/api-key.ts';
import { createDatabase } from '#worker/db/client.ts';
import { SCOPES } from '#worker/http/scope.ts';

interface Key {
  id: string;
  key: string;
  prefix: string;
}
let ada: Awaited<ReturnType<typeof signUp>>;
beforeAll(async () => {
  ada = await signUp('Ada');
});

const problemOf = async (answer: Response) => {
  const { code, detail } = await answer.json<{ code: string; detail: string }>();
  return { status: answer.status, code, detail, challenge: answer.headers.get('www-authenticate') };
};
const BAD_KEY = {
  status: 401,
  code: 'UNAUTHENTICATED',
  detail: expect.any(String),
  challenge: 'Bearer realm="Lockstep", error="invalid_token"',
};

describe('a key', () => {
  test('is shown once, listed by its beginning, renamed and revoked', async () => {
    const eve = await signUp('Eve');
    const made = await eve.post('/api/me/keys', { name: 'Robot', scopes: ['account:read', 'account:read'] });
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { key, ...rest } = await made.json<Key>();
    const facts = {
      id: expect.any(String),
      name: 'Robot',
      prefix: key.slice(0, 12),
      scopes: ['account:read'],
      createdAt: expect.any(String),
      expiresAt: null,
      lastUsedAt: null,
    };
    expect(rest).toEqual(facts);
    const path = made.headers.get('location') ?? '';
    expect(await (await eve.get('/api/me/keys')).json()).toEqual({ items: [facts], next: null });
    const shown = await eve.get(path);
    expect(await shown.json()).toEqual(facts);
    const tag = shown.headers.get('etag') ?? '';
    expect((await eve.get(path, { 'if-none-match': tag })).status).toBe(304);
    const renamed = await eve.patch(path, { name: 'Import' }, { 'if-match': tag });
    expect(await renamed.json()).toEqual({ ...facts, name: 'Import' });
    expect((await eve.patch(path, { name: 'Again' }, { 'if-match': tag })).status).toBe(412);
    expect((await eve.delete(path)).status).toBe(204);
    expect((await eve.delete(path)).status).toBe(204);
    expect((await eve.get(path)).status).toBe(404);
    expect(await (await eve.get('/api/me/keys')).json()).toEqual({ items: [], next: null });
    expect(await problemOf(await new KeyHolder(key).get('/api/me'))).toEqual(BAD_KEY);
  });

  test('is its owner’s: to others there is none', async () => {
    const { keyId } = await keyOf(ada);
    const eve = await signUp('Eve');
    const path = `/api/me/keys/${keyId}`;
    for (const answer of [
      await eve.get(path),
      await eve.patch(path, { name: 'Mine' }),
      await eve.delete(path),
    ])
      expect(answer.status).toBe(404);
    expect((await eve.post('/api/me/keys', { id: keyId, name: 'x', scopes: ['videos:read'] })).status).toBe(
      409,
    );
    expect((await ada.get(path)).status).toBe(200);
  });

  test('made by an id of one’s own is not made, and not shown, again', async () => {
    const id = '019aa0c0-0000-7000-8000-00000000b2b2';
    const draft = { id, name: 'Robot', scopes: ['videos:read'] };
    expect((await ada.post('/api/me/keys', draft)).status).toBe(201);
    expect(await problemOf(await ada.post('/api/me/keys', draft))).toMatchObject({ code: 'CONFLICT' });
  });

  test('is for accounts, and nobody has too many', async () => {
    const draft = { name: 'Robot', scopes: ['videos:read'] };
    expect((await new Visitor().post('/api/me/keys', draft)).status).toBe(401);
    expect((await (await comeInAs('Grace')).post('/api/me/keys', draft)).status).toBe(401);
    expect((await (await keyOf(ada)).post('/api/me/keys', draft)).status).toBe(403);
    const past = await ada.post('/api/me/keys', { ...draft, expiresAt: '2020-01-01T00:00:00Z' });
    expect(await past.json()).toMatchObject({ code: 'INVALID', errors: [{ pointer: '/expiresAt' }] });
    const eve = await signUp('Eve');
    const made = await Promise.all(Array.from({ length: 50 }, () => eve.post('/api/me/keys', draft)));
    expect(made.every(({ status }) => status === 201)).toBe(true);
    expect((await eve.post('/api/me/keys', draft)).status).toBe(409);
  });
});

describe('coming by key', () => {
  test('is acting as its owner, within its scopes', async () => {
    const video = await makeVideo(ada, { visibility: 'private' });
    const reader = await keyOf(ada, ['videos:read']);
    expect((await reader.get(`/api/videos/${video.id}`)).status).toBe(200);
    expect(await problemOf(await reader.patch(`/api/videos/${video.id}`, { title: 'x' }))).toEqual({
      status: 403,
      code: 'FORBIDDEN',
      detail: 'This key lacks the scope videos:write.',
      challenge: 'Bearer realm="Lockstep", error="insufficient_scope", scope="videos:write"',
    });
    const writer = await keyOf(ada, ['videos:write']);
    expect((await writer.patch(`/api/videos/${video.id}`, { title: 'New' })).status).toBe(200);
    expect((await writer.get(`/api/videos/${video.id}`)).status).toBe(403);
  });

  test('never opens what is for people who have signed in', async () => {
    const all = await keyOf(ada, SCOPES);
    expect(await problemOf(await all.get('/api/me/keys'))).toEqual({
      status: 403,
      code: 'FORBIDDEN',
      detail: 'No API key opens this: it is for people who have signed in.',
      challenge: null,
    });
    // Pages declare nothing: a key is nobody to them.
    const hidden = await makeVideo(ada, { visibility: 'private' });
    expect((await all.get(`/v/${hidden.shortId}`)).status).toBe(404);
  });

  test('opens uploads and rooms, too', async () => {
    const tus = {
      'tus-resumable': '1.0.0',
      'upload-length': '1000',
      'upload-metadata': 'title Qg==,filetype dmlkZW8vbXA0',
    };
    const writer = await keyOf(ada, ['videos:write']);
    const begun = await writer.ask('POST', '/api/uploads', { headers: tus });
    expect(begun.status).toBe(201);
    const at = begun.headers.get('location') ?? '';
    const head = { 'tus-resumable': '1.0.0' };
    expect((await writer.ask('HEAD', at, { headers: head })).status).toBe(200);
    const reader = await keyOf(ada, ['videos:read', 'rooms:join']);
    expect((await reader.ask('POST', '/api/uploads', { headers: tus })).status).toBe(403);
    for (const method of ['HEAD', 'PATCH', 'DELETE'])
      expect((await reader.ask(method, at, { headers: head })).status).toBe(403);
    expect((await writer.ask('DELETE', at, { headers: head })).status).toBe(204);
    const video = await makeVideo(ada);
    expect((await reader.post(`/api/videos/${video.id}/join`)).status).toBe(200);
    expect((await writer.post(`/api/videos/${video.id}/join`)).status).toBe(403);
  });

  test('leaves no cookie anything to say, also when the key is bad', async () => {
    const { key } = makeApiKey();
    for (const bad of ['', 'x', key, `${key}x`]) {
      const authorization = `Bearer ${bad}`;
      expect(await problemOf(await ada.get('/api/me', { authorization }))).toEqual(BAD_KEY);
      const foreign = { authorization, origin: 'https://evil.example' };
      expect(await problemOf(await ada.patch('/api/me', { name: 'Mallory' }, foreign))).toEqual(BAD_KEY);
    }
    const eve = await signUp('Eve');
    const { key: hers } = await (
      await eve.post('/api/me/keys', { name: 'Robot', scopes: ['account:read'] })
    ).json<Key>();
    expect(await (await ada.get('/api/me', { authorization: `bearer ${hers}` })).json()).toMatchObject({
      id: eve.id,
    });
    // Another scheme is no key: the cookie acts, and the Origin is looked at.
    const basic = { authorization: 'Basic eDp5' };
    expect(await (await ada.get('/api/me', basic)).json()).toMatchObject({ id: ada.id });
    const foreign = await ada.patch('/api/me', { name: 'M' }, { ...basic, origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });

  test('is over when the key has expired or the account is closed', async () => {
    const eve = await signUp('Eve');
    const draft = { name: 'Robot', scopes: ['account:read'], expiresAt: new Date(Date.now() + 1500) };
    const short = await (await eve.post('/api/me/keys', draft)).json<Key>();
    const long = await keyOf(eve, ['account:read']);
    expect((await new KeyHolder(short.key).get('/api/me')).status).toBe(200);
    await vi.waitFor(
      async () => expect((await new KeyHolder(short.key).get('/api/me')).status).toBe(401),
      5000,
    );
    expect((await long.get('/api/me')).status).toBe(200);
    const accounts = createDatabase(env.AUTH_DATABASE_URL);
    await accounts.update(users).set({ isActive: false }).where(eq(users.id, eve.id));
    expect((await long.get('/api/me')).status).toBe(401);
  });

  test('is noted, which is no edit', async () => {
    const holder = await keyOf(ada, ['account:read']);
    const path = `/api/me/keys/${holder.keyId}`;
    const tag = (await ada.get(path)).headers.get('etag');
    await holder.get('/api/me');
    const lastUse = async () =>
      (await (await ada.get(path)).json<{ lastUsedAt: string | null }>()).lastUsedAt;
    await vi.waitFor(async () => expect(await lastUse()).not.toBeNull());
    const first = await lastUse();
    await holder.get('/api/me');
    expect(await lastUse()).toBe(first);
    expect((await ada.get(path)).headers.get('etag')).toBe(tag);
  });
});
