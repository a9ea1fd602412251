import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, requireMatch } from '#worker/http/entity-tag.ts';
import { json } from '#worker/http/json-content.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { isScope } from '#worker/http/scope.ts';
import { endSeats, KEY_REVOKED } from '#worker/rooms/end-seats.ts';
import { makeApiKey } from './api-key.ts';
import { Key, KeyAddress, KeyEdit, KeyInput, NewKey } from './key-input.ts';
import { addKey, findKey, listKeys, renameKey, revokeKey, type KeyRow } from './keys.queries.ts';
import { sha256Hex } from './secret-token.ts';
import { requireAccount, type SignedInViewer } from './viewer.ts';

const path = '/api/me/keys';
const oneKey = `${path}/{keyId}`;
const tags = ['accounts'];
/** A person's keys at most, and with that the length of their list. */
const MOST_KEYS = 50;

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Your API keys',
  description: 'The newest first, on one page: nobody has more than 50. Revoked ones are gone.',
  ...access('account', 'session'),
  responses: { 200: { description: 'All of them.', content: json(pageOf(Key)) }, ...refusals() },
});

const add = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Make an API key',
  description:
    'For programs that act in your name, within its scopes: `Authorization: Bearer lk_live_…`. The key is shown in ' +
    'this one answer, which is why a repeat is a CONFLICT.',
  ...access('account', 'session'),
  request: { body: { required: true, content: json(KeyInput) } },
  responses: { 201: { description: 'The key.', content: json(NewKey) }, ...refusals('CONFLICT') },
});

const show = createRoute({
  method: 'get',
  path: oneKey,
  tags,
  summary: 'One of your API keys',
  ...access('account', 'session'),
  request: { params: KeyAddress },
  responses: {
    200: { description: 'What is known of it; not the key itself.', content: json(Key) },
    ...refusals('NOT_FOUND'),
  },
});

const edit = createRoute({
  method: 'patch',
  path: oneKey,
  tags,
  summary: 'Rename an API key',
  description: 'What a key opens cannot be changed: make another, then revoke this one.',
  ...access('account', 'session'),
  request: { params: KeyAddress, body: { required: true, content: json(KeyEdit) } },
  responses: {
    200: { description: 'The key, renamed.', content: json(Key) },
    ...refusals('NOT_FOUND', 'STALE'),
  },
});

const revoke = createRoute({
  method: 'delete',
  path: oneKey,
  tags,
  summary: 'Revoke an API key',
  description: 'It opens nothing from this moment on.',
  ...access('account', 'session'),
  request: { params: KeyAddress },
  responses: { 204: { description: 'Revoked, now or before.' }, ...refusals('NOT_FOUND') },
});

const toKey = (row: KeyRow): z.infer<typeof Key> => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes.filter(isScope),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});
/** Being used is no edit: the tag stays. */
const tagOf = (row: KeyRow): string => entityTag(row.updatedAt.getTime().toString(36));
const noSuchKey = () => new AppError('NOT_FOUND', 'You have no such key.');

export const keyRoutes = createRouter();

keyRoutes.openapi(list, async (c) => {
  const rows = await listKeys(c.get('db'), requireAccount(c.get('viewer')));
  return c.json({ items: rows.map(toKey), next: null }, 200);
});

keyRoutes.openapi(add, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { expiresAt, id = uuidv7(), name, scopes } = c.req.valid('json');
  requireRoomFor(await listKeys(c.get('db'), viewer));
  const { key, prefix } = makeApiKey();
  const row = await addKey(c.get('db'), viewer, {
    id,
    name,
    prefix,
    keyHash: await sha256Hex(key),
    scopes: [...new Set(scopes)],
    expiresAt: expiresAt === null ? null : requireLater(new Date(expiresAt)),
  });
  if (!row) throw new AppError('CONFLICT', 'A key of this id was made before; it was shown then.');
  c.header('location', `${path}/${row.id}`);
  c.header('etag', tagOf(row));
  c.header('cache-control', 'no-store');
  return c.json({ ...toKey(row), key }, 201);
});

keyRoutes.openapi(show, async (c) => {
  const row = await findOwn(c.get('db'), requireAccount(c.get('viewer')), c.req.valid('param').keyId);
  c.header('etag', tagOf(row));
  return c.json(toKey(row), 200);
});

keyRoutes.openapi(edit, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { keyId } = c.req.valid('param');
  const row = await findOwn(c.get('db'), viewer, keyId);
  requireMatch(c, tagOf(row));
  const changed = await renameKey(c.get('db'), viewer, { ...row, name: c.req.valid('json').name });
  if (!changed) throw new AppError('STALE', 'The key was changed at the same moment. Load it again.');
  c.header('etag', tagOf(changed));
  return c.json(toKey(changed), 200);
});

keyRoutes.openapi(revoke, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  if (!(await revokeKey(c.get('db'), viewer, c.req.valid('param').keyId))) throw noSuchKey();
  await endSeats(c, viewer.userId, KEY_REVOKED);
  return c.body(null, 204);
});

async function findOwn(db: Parameters<typeof findKey>[0], viewer: SignedInViewer, id: string) {
  const row = await findKey(db, viewer, id);
  if (!row) throw noSuchKey();
  return row;
}

function requireRoomFor(keys: readonly KeyRow[]): void {
  if (keys.length >= MOST_KEYS)
    throw new AppError('CONFLICT', `Nobody has more than ${MOST_KEYS} keys. Revoke one first.`);
}

function requireLater(moment: Date): Date {
  if (moment.getTime() > Date.now()) return moment;
  const detail = 'A key cannot have expired before it is made.';
  throw new AppError('INVALID', detail, { errors: [{ pointer: '/expiresAt', detail }] });
}
