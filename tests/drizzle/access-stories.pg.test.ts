import type { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { serviceActor, type Actor } from '#worker/db/actor.ts';
import { connectAs, orRefusal, tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { insert, nextShortId, validRows, type Anchors } from './rows.ts';

const own = tenantsDatabase();

const person = (name: string): Actor => ({ role: 'registered', userId: own.idOf(name) });
const become = (client: Client, { role, userId }: Actor) =>
  client.query(`select set_config('app.user_id', $1, true), set_config('app.role', $2, true)`, [
    userId ?? '',
    role,
  ]);

describe('deleting a video', () => {
  const hide = `update videos set deleted_at = now() where id = $1 returning id`;
  const look = `select id from videos where id = $1`;

  test('its author may, sees it no more from then on, and neither does anybody', async () => {
    const id = await insert(own.superuser, 'videos', {
      ...validRows({} as Anchors).videos(),
      author_id: own.idOf('author'),
      organization_id: own.idOf('first'),
      visibility: 'public',
    });
    await own.app.query('begin');
    await become(own.app, person('author'));
    expect((await own.app.query(hide, [id])).rowCount).toBe(1);
    await own.app.query('commit');
    for (const name of ['author', 'owner', 'stranger'])
      expect((await tryAs(own.app, person(name), () => own.app.query(look, [id]))).rowCount).toBe(0);
    for (const role of ['service:room', 'service:media', 'service:cron'] as const)
      expect((await tryAs(own.app, serviceActor(role), () => own.app.query(look, [id]))).rowCount).toBe(1);
  });

  test('a member may not, nor a stranger', async () => {
    for (const name of ['member', 'stranger'])
      expect(
        (await tryAs(own.app, person(name), () => own.app.query(hide, [own.idOf('open')]))).rowCount,
      ).toBe(0);
  });
});

test('an administrator can neither make nor unmake an owner', async () => {
  const promote = (member: string) =>
    tryAs(own.app, person('admin'), () =>
      orRefusal(
        own.app
          .query(`update organization_members set role = 'OWNER' where id = $1`, [own.idOf(member)])
          .then(({ rowCount }) => rowCount),
      ),
    );
  expect(await promote('member in first')).toBe('refused');
  expect(await promote('admin in first')).toBe('refused');
  expect(await promote('owner in first')).toBe(0);
});

test('the room’s rows are counted, though it may not write a counter', async () => {
  const rows = validRows({ user: own.idOf('guest'), video: own.idOf('shared') } as Anchors);
  const counts = await tryAs(own.app, serviceActor('service:room'), async () => {
    await insert(own.app, 'comments', rows.comments());
    await insert(own.app, 'likes', { ...rows.likes(), user_id: own.idOf('member') });
    return (
      await own.app.query('select comment_count, like_count from videos where id = $1', [own.idOf('shared')])
    ).rows[0];
  });
  expect(counts).toEqual({ comment_count: 2, like_count: 2 });
});

test('a deleted comment leaves its place in the thread, without its words, as long as something stands under it', async () => {
  const rows = validRows({ user: own.idOf('guest'), video: own.idOf('shared') } as Anchors);
  const deleted = { ...rows.comments(), deleted_at: '2026-01-01' };
  const top = await insert(own.superuser, 'comments', deleted);
  const middle = await insert(own.superuser, 'comments', { ...deleted, parent_id: top });
  await insert(own.superuser, 'comments', { ...rows.comments(), parent_id: middle });
  await insert(own.superuser, 'comments', { ...deleted, parent_id: top });
  const tombstones = (actor: Actor) =>
    tryAs(
      own.app,
      actor,
      async () =>
        (await own.app.query('select * from app.comment_tombstones($1)', [own.idOf('shared')])).rows,
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
    const auth = await connectAs('lockstep_auth', own.database);
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
    const admin = { organization_id: own.idOf('first'), user_id, role: 'ADMIN' };
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
  const shared = { ...validRows({ video: own.idOf('shared') } as Anchors).reactions(), count: 2 };
  for (const second of [11, 19, 20, 500]) await insert(own.superuser, 'reactions', { ...shared, second });
  const heat = (actor: Actor) =>
    tryAs(
      own.app,
      actor,
      async () =>
        (
          await own.app.query('select * from app.reaction_heat($1, 10, 24) order by second', [
            own.idOf('shared'),
          ])
        ).rows,
    );
  expect(await heat(person('member'))).toEqual([
    { second: 0, emoji: '🎉', count: 1 },
    { second: 10, emoji: '🎉', count: 4 },
    { second: 20, emoji: '🎉', count: 4 },
  ]);
  expect(await heat(person('stranger'))).toEqual([]);
});
