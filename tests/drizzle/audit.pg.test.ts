import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT_AUDIT_CASES } from './audit-account-cases.ts';
import { AUDIT_CASES } from './audit-cases.ts';
import { orRefusal } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import type { Tenants } from './tenants.ts';

const own = tenantsDatabase();
let client: Client;
let tenants: Tenants;

beforeAll(() => {
  ({ superuser: client, tenants } = own);
});

const idOf = (name: string | null | undefined): string | null =>
  name ? (tenants.ids.get(name) ?? name) : null;

/** Names in braces become ids, also within values. */
function named<Value>(value: Value): Value {
  if (typeof value === 'string')
    return value.replace(/\{([a-z][a-z ]*)\}/g, (all, name: string) => idOf(name) ?? all) as Value;
  if (Array.isArray(value)) return value.map(named) as Value;
  if (!value || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, named(part)])) as Value;
}

const roleOf = (by: string): string =>
  by === 'sign-in' ? 'accounts' : by.startsWith('service:') ? by : 'registered';

const actAs = (userId: string | null, role: string) =>
  client.query(
    `select set_config('app.request_id', 'the request', true), set_config('app.user_id', $1, true),
      set_config('app.role', $2, true)`,
    [userId ?? '', role],
  );

/** What the work leaves in the log, as if a request of somebody's had done it; nothing of it stays. */
async function eventsOf(by: string, work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  await client.query('begin');
  try {
    await client.query(
      `set local session authorization ${by === 'sign-in' ? 'lockstep_auth' : 'lockstep_app'}`,
    );
    const [userId, role] = by === 'sign-in' ? ['', ''] : [tenants.ids.get(by) ?? '', roleOf(by)];
    await actAs(userId, role);
    await work();
    await client.query('reset session authorization');
    const { rows } = await client.query<Record<string, unknown>>(
      `select * from audit_events where request_id = 'the request' order by action, user_id`,
    );
    return rows;
  } finally {
    await client.query('rollback');
  }
}

describe('one event is left by', () => {
  test.each([...AUDIT_CASES, ...ACCOUNT_AUDIT_CASES])('$action', async (audited) => {
    const { action, by, user, organization, of: about } = audited;
    const events = await eventsOf(by, () => client.query(named(audited.change)));
    expect(events).toEqual([
      {
        id: expect.any(String),
        organization_id: idOf(organization),
        actor_id: by === 'sign-in' ? idOf(user) : by.startsWith('service:') ? null : idOf(by),
        actor_role: roleOf(by),
        action,
        subject_type: about[0],
        subject_id: about[1] === undefined ? expect.any(String) : idOf(about[1]),
        user_id: idOf(user),
        details: named(audited.details),
        request_id: 'the request',
        created_at: expect.any(Date),
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/secret|b2b2/);
  });
});

test('an accepted invitation is one event, and the membership another', async () => {
  const token_hash = 'c3'.repeat(32);
  const events = await eventsOf('stranger', async () => {
    await client.query('reset session authorization');
    await client.query(
      'update invitations set token_hash = $1, email = (select email from users where id = $2) where id = $3',
      [token_hash, idOf('stranger'), idOf('invitation to first')],
    );
    await client.query('update users set email_verified = true where id = $1', [idOf('stranger')]);
    await client.query(`delete from audit_events where request_id = 'the request'`);
    await client.query('set local session authorization lockstep_app');
    await client.query('select app.accept_invitation($1)', [token_hash]);
  });
  expect(events.map(({ action, user_id }) => [action, user_id])).toEqual([
    ['invitation.accepted', idOf('stranger')],
    ['member.added', idOf('stranger')],
  ]);
});

test('the end of an organization is told once, and to each who was in it', async () => {
  const events = await eventsOf('owner', () =>
    client.query('select app.dissolve_organization($1)', [idOf('first')]),
  );
  const told = events.map(({ action, user_id }) => [action, tenants.names.get(String(user_id)) ?? null]);
  expect(told.toSorted()).toEqual([
    ['member.removed', 'admin'],
    ['member.removed', 'author'],
    ['member.removed', 'member'],
    ['member.removed', 'owner'],
    ['organization.dissolved', null],
  ]);
});

test('a video that moves is told where it was and where it is', async () => {
  const events = await eventsOf('author', async () => {
    await client.query('reset session authorization');
    await client.query(
      `insert into organization_members (organization_id, user_id, role) values ($1, $2, 'MEMBER')`,
      [idOf('second'), idOf('author')],
    );
    await client.query(`delete from audit_events where request_id = 'the request'`);
    await client.query('set local session authorization lockstep_app');
    await client.query('select app.move_video($1, $2)', [idOf('secret'), idOf('second')]);
  });
  const told = events.map(({ action, organization_id, actor_id, details }) => ({
    action,
    of: tenants.names.get(String(organization_id)),
    by: tenants.names.get(String(actor_id)),
    details,
  }));
  const moved = {
    action: 'video.moved',
    by: 'author',
    details: { title: 'Big Buck Bunny', organizationId: { was: idOf('first'), is: idOf('second') } },
  };
  expect(told.toSorted((a, b) => String(a.of).localeCompare(String(b.of)))).toEqual([
    { ...moved, of: 'first' },
    { ...moved, of: 'second' },
  ]);
});

describe('no event is left by', () => {
  test.each([
    ['what is no right', 'author', `update videos set title = 'New' where id = '{open}'`],
    ['a change to the same', 'author', `update videos set visibility = 'public' where id = '{open}'`],
    ['a use of a link', 'service:link', `update watch_links set use_count = 1 where id = '{link to open}'`],
    ['a use of a key', 'author', `update api_keys set name = name where id = '{key in first}'`],
    ['signing in', 'sign-in', `update users set last_login_at = now() where id = '{author}'`],
    ['the account’s end', 'sign-in', `delete from users where id = '{guest}'`],
  ])('%s', async (_what, by, change) => {
    expect(await eventsOf(by, () => client.query(named(change)))).toEqual([]);
  });
});

describe('nobody', () => {
  const attempts = [
    `insert into audit_events (actor_role, action, subject_type, subject_id) values ('x', 'x', 'x', gen_random_uuid())`,
    `update audit_events set action = 'x'`,
    `delete from audit_events`,
    `select app.audit('x', 'users', gen_random_uuid(), null, null, '{}')`,
  ];
  test.each([
    ['lockstep_app', 'owner', 'registered'],
    ['lockstep_app', '', 'service:cron'],
    ['lockstep_app', '', 'internal'],
    ['lockstep_auth', '', ''],
  ])('writes, changes or removes one: %s %s %s', async (role, user, actorRole) => {
    for (const attempt of attempts) {
      await client.query('begin');
      await client.query(`set local session authorization ${role}`);
      await actAs(idOf(user), actorRole);
      expect(await orRefusal(client.query(attempt))).toBe('refused');
      await client.query('rollback');
    }
  });
});

test('everybody sees what was done to their own rights, and administrators what happened in theirs', async () => {
  const kinds = async (by: string) => {
    await client.query('begin');
    try {
      await actAs(idOf('admin'), 'registered');
      await client.query(`update videos set visibility = 'private' where id = $1`, [idOf('open')]);
      await client.query('delete from organization_members where id = $1', [idOf('member in first')]);
      await client.query('set local session authorization lockstep_app');
      await actAs(idOf(by), 'registered');
      const { rows } = await client.query<{ action: string }>(
        `select action from audit_events where request_id = 'the request' order by action`,
      );
      return rows.map(({ action }) => action);
    } finally {
      await client.query('rollback');
    }
  };
  expect(await kinds('owner')).toEqual([
    'channel.member-removed',
    'member.removed',
    'video.visibility-changed',
  ]);
  expect(await kinds('member')).toEqual(['channel.member-removed', 'member.removed']);
  expect(await kinds('author')).toEqual(['video.visibility-changed']);
  expect(await kinds('stranger')).toEqual([]);
});
