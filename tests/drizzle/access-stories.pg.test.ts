import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { serviceActor, type Actor } from '#worker/db/actor.ts';
import { connectAs, orRefusal, tryAs } from './connect-as.ts';
import { insert, nextShortId, validRows, type Anchors } from './rows.ts';
import { insertTenants, type Tenants } from './tenants.ts';

let database: TestDatabase;
let app: Client;
let superuser: Client;
let tenants: Tenants;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await connectAs('postgres', database);
  tenants = await insertTenants(superuser);
  app = await connectAs('lockstep_app', database);
});
afterAll(async () => {
  await app.end();
  await superuser.end();
  await database.drop();
});

const idOf = (name: string): string => tenants.ids.get(name) ?? '';
const person = (name: string): Actor => ({ role: 'registered', userId: idOf(name) });
const become = (client: Client, { role, userId }: Actor) =>
  client.query(`select set_config('app.user_id', $1, true), set_config('app.role', $2, true)`, [
    userId ?? '',
    role,
  ]);

describe('deleting a video', () => {
  const hide = `update videos set deleted_at = now() where id = $1 returning id`;
  const look = `select id from videos where id = $1`;

  test('its author may, sees it no more from then on, and neither does anybody', async () => {
    const id = await insert(superuser, 'videos', {
      ...validRows({} as Anchors).videos(),
      author_id: idOf('author'),
      organization_id: idOf('first'),
      visibility: 'public',
    });
    await app.query('begin');
    await become(app, person('author'));
    expect((await app.query(hide, [id])).rowCount).toBe(1);
    await app.query('commit');
    for (const name of ['author', 'owner', 'stranger'])
      expect((await tryAs(app, person(name), () => app.query(look, [id]))).rowCount).toBe(0);
    for (const role of ['service:room', 'service:media', 'service:cron'] as const)
      expect((await tryAs(app, serviceActor(role), () => app.query(look, [id]))).rowCount).toBe(1);
  });

  test('a member may not, nor a stranger', async () => {
    for (const name of ['member', 'stranger'])
      expect((await tryAs(app, person(name), () => app.query(hide, [idOf('open')]))).rowCount).toBe(0);
  });
});

test('an administrator can neither make nor unmake an owner', async () => {
  const promote = (member: string) =>
    tryAs(app, person('admin'), () =>
      orRefusal(
        app
          .query(`update organization_members set role = 'OWNER' where id = $1`, [idOf(member)])
          .then(({ rowCount }) => rowCount),
      ),
    );
  expect(await promote('member in first')).toBe('refused');
  expect(await promote('admin in first')).toBe('refused');
  expect(await promote('owner in first')).toBe(0);
});

test('the room’s rows are counted, though it may not write a counter', async () => {
  const rows = validRows({ user: idOf('guest'), video: idOf('shared') } as Anchors);
  const counts = await tryAs(app, serviceActor('service:room'), async () => {
    await insert(app, 'comments', rows.comments());
    await insert(app, 'likes', { ...rows.likes(), user_id: idOf('member') });
    return (await app.query('select comment_count, like_count from videos where id = $1', [idOf('shared')]))
      .rows[0];
  });
  expect(counts).toEqual({ comment_count: 2, like_count: 2 });
});

test('a deleted comment leaves its place in the thread, without its words, as long as something stands under it', async () => {
  const rows = validRows({ user: idOf('guest'), video: idOf('shared') } as Anchors);
  const deleted = { ...rows.comments(), deleted_at: '2026-01-01' };
  const top = await insert(superuser, 'comments', deleted);
  const middle = await insert(superuser, 'comments', { ...deleted, parent_id: top });
  await insert(superuser, 'comments', { ...rows.comments(), parent_id: middle });
  await insert(superuser, 'comments', { ...deleted, parent_id: top });
  const tombstones = (actor: Actor) =>
    tryAs(
      app,
      actor,
      async () => (await app.query('select * from app.comment_tombstones($1)', [idOf('shared')])).rows,
    );
  const shown = await tombstones(person('member'));
  expect(shown.map(({ id, parent_id }) => [id, parent_id]).sort()).toEqual(
    [
      [top, null],
      [middle, top],
    ].sort(),
  );
  expect(Object.keys(shown[0])).not.toContain('content');
  expect(await tombstones(person('stranger'))).toEqual([]);
});

describe('lockstep_auth', () => {
  test('signs somebody up with an organization of their own, and reaches nothing else', async () => {
    const auth = await connectAs('lockstep_auth', database);
    const rows = validRows({} as Anchors);
    const made = async (work: () => Promise<unknown>) => {
      await auth.query('savepoint one');
      const outcome = await orRefusal(work().then(() => 'taken'));
      if (outcome === 'refused') await auth.query('rollback to one');
      return outcome;
    };
    await auth.query('begin');
    const user_id = await insert(auth, 'users', rows.users());
    await insert(auth, 'identities', { ...rows.identities(), user_id });
    await insert(auth, 'sessions', { ...rows.sessions(), user_id, token: nextShortId() });
    const organization_id = await insert(auth, 'organizations', {
      ...rows.organizations(),
      kind: 'personal',
    });
    await insert(auth, 'organization_members', { organization_id, user_id, role: 'OWNER' });
    const admin = { organization_id: idOf('first'), user_id, role: 'ADMIN' };
    expect(await made(() => insert(auth, 'organization_members', admin))).toBe('refused');
    expect(await made(() => insert(auth, 'organizations', rows.organizations()))).toBe('refused');
    for (const table of ['organizations', 'organization_members'])
      expect(await made(() => auth.query(`delete from ${table}`))).toBe('refused');
    for (const table of [
      'videos',
      'comments',
      'likes',
      'uploads',
      'channels',
      'screenings',
      'room_watermarks',
    ])
      expect(await made(() => auth.query(`select from ${table}`))).toBe('refused');
    await auth.query('rollback');
    await auth.end();
  });
});

test('reactions are counted by parts of a video for whoever may see it, what lies beyond its end in the last', async () => {
  const shared = { ...validRows({ video: idOf('shared') } as Anchors).reactions(), count: 2 };
  for (const second of [11, 19, 20, 500]) await insert(superuser, 'reactions', { ...shared, second });
  const heat = (actor: Actor) =>
    tryAs(
      app,
      actor,
      async () =>
        (await app.query('select * from app.reaction_heat($1, 10, 24) order by second', [idOf('shared')]))
          .rows,
    );
  expect(await heat(person('member'))).toEqual([
    { second: 0, emoji: '🎉', count: 1 },
    { second: 10, emoji: '🎉', count: 4 },
    { second: 20, emoji: '🎉', count: 4 },
  ]);
  expect(await heat(person('stranger'))).toEqual([]);
});
