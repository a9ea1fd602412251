import { expect, test } from 'vitest';
import type { Actor } from '#worker/db/actor.ts';
import { orRefusal, tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import type { Tenants } from './tenants.ts';

const own = tenantsDatabase();

const person = (name: keyof Tenants['users']): Actor => ({
  role: 'registered',
  userId: own.tenants.users[name],
});
const NOBODY: Actor = { role: 'anonymous', userId: null };
const ask = async <Row extends object>(sql: string): Promise<Row[]> => (await own.app.query<Row>(sql)).rows;

test('everybody sees their own account and sessions, nobody another’s', async () => {
  for (const name of ['author', 'stranger'] as const)
    expect(await tryAs(own.app, person(name), () => ask('select name from app.own_account()'))).toEqual([
      { name },
    ]);
  expect(await tryAs(own.app, NOBODY, () => ask('select name from app.own_account()'))).toEqual([]);
  expect(await tryAs(own.app, NOBODY, () => ask('select id from app.own_sessions()'))).toEqual([]);
  expect(await tryAs(own.app, person('admin'), () => ask('select id from app.own_sessions()'))).toEqual([]);
});

test('an edit changes what it names of one’s own account, and nothing else can be named', async () => {
  const edit = `{"name":"New","bio":null,"credits":99,"accessRole":"admin","email":"x@example.com"}`;
  const [row] = await tryAs(own.app, person('author'), async () => {
    await ask(`select app.edit_account('${edit}', null)`);
    return ask('select name, email from app.own_account()');
  });
  const [before] = (
    await own.superuser.query(`select email from users where id = '${own.tenants.users.author}'`)
  ).rows;
  expect(row).toEqual({ name: 'New', ...before });
  const edited = await tryAs(own.app, NOBODY, () =>
    ask(`select app.edit_account('${edit}', null) as is_done`),
  );
  expect(edited).toEqual([{ is_done: false }]);
});

test('nobody ends another’s session', async () => {
  const [session] = (await own.superuser.query<{ id: string }>('select id from sessions limit 1')).rows;
  const end = `select app.end_session('${session?.id}') as is_ended`;
  expect(await tryAs(own.app, person('stranger'), () => ask(end))).toEqual([{ is_ended: false }]);
  expect(await tryAs(own.app, NOBODY, () => ask('select app.end_other_sessions(null) as n'))).toEqual([
    { n: 0 },
  ]);
});

test('names are taken out of recaps by the end of an account alone', async () => {
  const forget = () => orRefusal(ask(`select app.forget_in_recaps('${own.tenants.users.author}')`));
  expect(await tryAs(own.app, person('owner'), forget)).toBe('refused');
});

test('what a screening left no longer names who has gone', async () => {
  const [gone, other] = [own.tenants.users.member, own.tenants.users.author];
  const attendee = (userId: string, name: string) => ({ userId, name, joinedAtMs: 1, leftAtMs: null });
  const recap = {
    hostName: 'Member M.',
    attendees: [attendee(gone, 'Member M.'), attendee(other, 'Author')],
    timeline: [{ byName: 'Member M.' }, { byName: 'Author' }, { byName: null }],
  };
  const [screening] = (
    await own.superuser.query<{ id: string }>(
      `update screenings set recap = $1, host_id = $2 where id = (select id from screenings limit 1) returning id`,
      [JSON.stringify(recap), gone],
    )
  ).rows;
  await own.superuser.query(`select set_config('app.user_id', $1, false)`, [gone]);
  await own.superuser.query('select app.delete_account()');
  const [left] = (
    await own.superuser.query('select recap, host_id from screenings where id = $1', [screening?.id])
  ).rows;
  expect(left).toEqual({
    host_id: null,
    recap: {
      hostName: 'Somebody',
      attendees: [attendee(other, 'Author')],
      timeline: [{ byName: null }, { byName: 'Author' }, { byName: null }],
    },
  });
});

test('the last owner of a team does not go', async () => {
  await own.superuser.query(`select set_config('app.user_id', $1, false)`, [own.tenants.users.owner]);
  await expect(own.superuser.query('select app.delete_account()')).rejects.toMatchObject({
    constraint: 'organization_members_last_owner',
  });
});

test('a sign-in is noted, and a deactivated account keeps no session', async () => {
  const id = own.tenants.users.admin;
  await own.superuser.query(
    `insert into sessions (user_id, token, expires_at) values ($1, 'x', now() + interval '1 day')`,
    [id],
  );
  const state = `select last_login_at is not null as is_noted,
    (select count(*)::int from sessions where user_id = users.id) as sessions from users where id = $1`;
  expect((await own.superuser.query(state, [id])).rows).toEqual([{ is_noted: true, sessions: 1 }]);
  await own.superuser.query('update users set is_active = false where id = $1', [id]);
  expect((await own.superuser.query(state, [id])).rows).toEqual([{ is_noted: true, sessions: 0 }]);
});
