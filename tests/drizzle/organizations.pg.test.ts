import type { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { ownDatabase } from './own-database.ts';
import { insert, validRows, type Anchors } from './rows.ts';
import { untilSettled } from './until-settled.ts';

const own = ownDatabase();
let client: Client;
const LAST_OWNER = { code: '23514', constraint: 'organization_members_last_owner' };

beforeAll(() => {
  client = own.superuser;
});

/** A new organization with that many owners. */
async function organizationOf(owners: number): Promise<{ organization: string; members: string[] }> {
  const rows = validRows({} as Anchors);
  const organization = await insert(client, 'organizations', rows.organizations());
  const members: string[] = [];
  for (let index = 0; index < owners; index += 1) {
    const user_id = await insert(client, 'users', rows.users());
    members.push(
      await insert(client, 'organization_members', { organization_id: organization, user_id, role: 'OWNER' }),
    );
  }
  return { organization, members };
}

const leave = (connection: Client, member: string | undefined) =>
  connection.query('delete from organization_members where id = $1', [member]);
const demote = (connection: Client, member: string | undefined) =>
  connection.query(`update organization_members set role = 'ADMIN' where id = $1`, [member]);

test('the last owner cannot leave or be demoted; one of two can', async () => {
  const { members } = await organizationOf(2);
  await demote(client, members[0]);
  await expect(demote(client, members[1])).rejects.toMatchObject(LAST_OWNER);
  await expect(leave(client, members[1])).rejects.toMatchObject(LAST_OWNER);
  await leave(client, members[0]);
});

test('an owner’s account cannot be deleted from under the organization', async () => {
  const { organization } = await organizationOf(1);
  const remove = client.query(
    'delete from users where id in (select user_id from organization_members where organization_id = $1)',
    [organization],
  );
  await expect(remove).rejects.toMatchObject(LAST_OWNER);
});

test('it is asked at the end: the last owner may hand over, or dissolve the organization', async () => {
  const { organization, members } = await organizationOf(1);
  const user_id = await insert(client, 'users', validRows({} as Anchors).users());
  await client.query('begin');
  await leave(client, members[0]);
  await insert(client, 'organization_members', { organization_id: organization, user_id, role: 'OWNER' });
  await client.query('commit');
  await client.query('delete from organizations where id = $1', [organization]);
});

test('of two owners who leave at the same moment one stays', async () => {
  const { members } = await organizationOf(2);
  const [first, second] = [await own.connect('postgres'), await own.connect('postgres')];
  for (const connection of [first, second]) await connection.query('begin');
  await leave(first, members[0]);
  await leave(second, members[1]);
  await first.query('set constraints all immediate');
  const late = second.query('set constraints all immediate').catch((error: unknown) => error);
  await untilSettled(client, late);
  await first.query('commit');
  expect(await late).toMatchObject(LAST_OWNER);
});
