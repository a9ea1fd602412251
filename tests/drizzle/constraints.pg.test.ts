import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ASSET_CHECKS } from './asset-checks.ts';
import { LIBRARY_CHECKS } from './library-checks.ts';
import { LINK_CHECKS } from './link-checks.ts';
import { ownDatabase } from './own-database.ts';
import { REPEATS } from './repeat-cases.ts';
import { insert, insertAnchors, refusalOf, validRows, type Anchors, type Row } from './rows.ts';
import { SOCIAL_CHECKS } from './social-checks.ts';
import { TENANCY_CHECKS } from './tenancy-checks.ts';

const CHECKS = [...LIBRARY_CHECKS, ...SOCIAL_CHECKS, ...LINK_CHECKS, ...TENANCY_CHECKS, ...ASSET_CHECKS];

const own = ownDatabase();
let client: Client;
let at: Anchors;

beforeAll(async () => {
  client = own.superuser;
  await client.query('begin');
  at = await insertAnchors(client);
});

describe('checks', () => {
  test.each(CHECKS)('$name', async ({ name, table, passes, fails }) => {
    const attempt = (values: Row) =>
      refusalOf(client, () => insert(client, table, { ...validRows(at)[table](), ...values }));
    for (const values of passes) expect(await attempt(values(at))).toBeUndefined();
    for (const values of fails)
      expect(await attempt(values(at))).toEqual({ code: '23514', constraint: name });
  });
});

describe('what may stand only once', () => {
  test.each(REPEATS)('$name', async ({ name, table, same = [], first, again, other }) => {
    const row = (values?: (at: Anchors) => Row) => ({ ...validRows(at)[table](), ...values?.(at) });
    const standing = row(first);
    const repeated = Object.fromEntries(same.map((column) => [column, standing[column]]));
    const second = (values: Row) =>
      refusalOf(client, async () => {
        await insert(client, table, standing);
        await insert(client, table, values);
      });
    expect(await second({ ...row(again), ...repeated })).toMatchObject({ constraint: name });
    expect(await second(row(other))).toBeUndefined();
  });
});

test('every rule of the database has its case', async () => {
  const { rows } = await client.query<{ name: string }>(`
    select conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'u', 'x', 't')
    union select indexrelid::regclass::text from pg_index join pg_class on pg_class.oid = indrelid
    where indisunique and relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where conindid = indexrelid)`);
  const tested = new Set([...CHECKS, ...REPEATS].map(({ name }) => name));
  // Tested in organizations.pg.test.ts and chapters.pg.test.ts.
  const elsewhere = ['organization_members_last_owner', 'chapters_order'];
  // Only there for composite foreign keys: the primary key refuses first.
  const withPrimaryKey = /^(channels|series)_id_organization_key$|^(chapters|comments)_id_video_key$/;
  const untested = rows
    .map(({ name }) => name)
    .filter((name) => !tested.has(name) && !elsewhere.includes(name) && !withPrimaryKey.test(name));
  expect(untested).toEqual([]);
});
