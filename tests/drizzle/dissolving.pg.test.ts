import type { Client } from 'pg';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import { listEndedRights } from '#worker/rooms/ended-rights.queries.ts';
import { orRefusal } from './connect-as.ts';
import { ownDatabase } from './own-database.ts';
import { insert, validRows, type Anchors } from './rows.ts';

const own = ownDatabase();
let client: Client;
let superuser: Client;
let at: Anchors;
let members: Record<'owner' | 'admin' | 'stranger', Actor>;

beforeAll(async () => {
  ({ superuser } = own);
  client = await own.connect('lockstep_app');
});

const add = (table: 'users' | 'organizations' | 'organization_members' | 'videos', row: object) =>
  insert(superuser, table, { ...validRows(at)[table](), ...row });

beforeEach(async () => {
  at = {} as Anchors;
  const person = async (): Promise<Actor> => ({ role: 'registered', userId: await add('users', {}) });
  members = { owner: await person(), admin: await person(), stranger: await person() };
  at.organization = await add('organizations', {});
  await add('organization_members', { user_id: members.owner.userId, role: 'OWNER' });
  await add('organization_members', { user_id: members.admin.userId, role: 'ADMIN' });
  at.user = members.owner.userId ?? '';
  at.video = await add('videos', { visibility: 'public' });
});

/** Asks as somebody, in a transaction that stays. */
async function ask(actor: Actor, text: string, values: unknown[] = []): Promise<unknown[]> {
  await client.query('begin');
  try {
    await client.query(`select set_config('app.user_id', $1, true), set_config('app.role', $2, true)`, [
      actor.userId ?? '',
      actor.role,
    ]);
    const { rows } = await client.query<Record<string, unknown>>(text, values);
    await client.query('commit');
    return rows.map((row) => Object.values(row)[0]);
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
const dissolve = (actor: Actor) => ask(actor, 'select app.dissolve_organization($1)', [at.organization]);
const purge = (before: string, actor: Actor = { role: 'service:cron', userId: null }) =>
  ask(actor, 'select app.purge_organizations($1)', [before]);
const isThere = async (table: string, id: string): Promise<boolean> =>
  (await superuser.query(`select from ${table} where id = $1`, [id])).rowCount === 1;

test('a team is dissolved by its owners alone, a personal organization by nobody', async () => {
  await expect(dissolve(members.stranger)).rejects.toMatchObject({ code: 'LS404' });
  await expect(dissolve(members.admin)).rejects.toMatchObject({ code: 'LS403' });
  await superuser.query(`update organizations set kind = 'personal' where id = $1`, [at.organization]);
  await expect(dissolve(members.owner)).rejects.toMatchObject({ constraint: 'organizations_personal_stays' });
});

test('at once nobody sees anything of it, and its slug is free', async () => {
  const slug = await ask(members.owner, 'select slug from organizations');
  await dissolve(members.owner);
  for (const actor of [members.owner, members.admin, members.stranger])
    for (const [table, column] of [
      ['organizations', 'id'],
      ['organization_members', 'organization_id'],
      ['videos', 'organization_id'],
    ])
      expect(await ask(actor, `select id from ${table} where ${column} = $1`, [at.organization])).toEqual([]);
  const id = '11111111-1111-4111-8111-111111111111';
  expect(
    await ask(members.stranger, 'select app.found_organization($1, $2, $3, null)', [id, 'Next', slug[0]]),
  ).toEqual([true]);
  expect(await ask(members.stranger, 'select role from organization_members')).toEqual(['OWNER']);
});

test('nothing of it comes out of the trash again', async () => {
  await dissolve(members.owner);
  const restore = superuser.query('update videos set deleted_at = null where id = $1', [at.video]);
  await expect(restore).rejects.toMatchObject({ constraint: 'videos_organization_stands' });
});

test('it goes once its time is up and nothing of it is left, and never while something is', async () => {
  expect(await orRefusal(purge('2099-01-01', members.owner))).toBe('refused');
  await purge('2099-01-01');
  expect(await isThere('organizations', at.organization)).toBe(true);
  await dissolve(members.owner);
  const late = await add('videos', { visibility: 'public', title: 'Made at that very moment' });
  await purge('2099-01-01');
  expect(await isThere('organizations', at.organization)).toBe(true);
  const { rows } = await superuser.query('select deleted_at from videos where id = $1', [late]);
  expect(rows).toEqual([{ deleted_at: expect.any(Date) }]);
  await superuser.query('delete from videos where organization_id = $1', [at.organization]);
  await purge('2020-01-01');
  expect(await isThere('organizations', at.organization)).toBe(true);
  await purge('2099-01-01');
  expect(await isThere('organizations', at.organization)).toBe(false);
});

test('a personal organization has one owner', async () => {
  await superuser.query(`update organizations set kind = 'personal' where id = $1`, [at.organization]);
  const promote = superuser.query(`update organization_members set role = 'OWNER' where user_id = $1`, [
    members.admin.userId,
  ]);
  await expect(promote).rejects.toMatchObject({ constraint: 'organization_members_personal_owner' });
});

test('every room of it is told within the hour, however many there are', async () => {
  await superuser.query(
    `with made as (
       insert into videos (short_id, title, organization_id, author_id)
       select 'd' || lpad(n::text, 10, '0'), 'Bunny', $1, $2 from generate_series(1, 1500) as n returning id)
     insert into room_watermarks (video_id, epoch, flushed_seq) select id, 1, 1 from made`,
    [at.organization, at.user],
  );
  await dissolve(members.owner);
  const db = createDatabase(own.database.databaseUrl);
  const lastHour = { since: new Date(Date.now() - 3_600_000), until: new Date(Date.now() + 60_000) };
  expect((await listEndedRights(db, lastHour, 1000)).deleted).toHaveLength(1500);
});
