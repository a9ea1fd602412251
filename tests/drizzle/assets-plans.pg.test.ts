import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { connectAs, tryAs } from './connect-as.ts';

/** 10,000 assets of two people, and 10,000 offers. */
const FILL = `
  set session_replication_role = replica;
  insert into users (name, email) values ('a', 'a@plans.test'), ('b', 'b@plans.test');
  insert into organizations (name, slug) values ('o', 'o');
  insert into user_assets (asset_id, user_id, organization_id, display_name, original_filename, mime_type, asset_type, usage_count, created_at, last_used_at)
    select u.name || n, u.id, o.id, md5(n::text), 'f', 'image/png', 'image', n % 100, now() - n * interval '1 minute',
      case when n % 3 = 0 then now() - n * interval '1 second' end
    from users u, organizations o, generate_series(1, 5000) n where u.email like '%@plans.test';
  insert into market_assets (creator_id, display_name, mime_type, asset_type, is_public, usage_count, created_at)
    select u.id, md5(n::text), 'image/png', 'image', true, n % 100, now() - n * interval '1 minute'
    from users u, generate_series(1, 5000) n where u.email like '%@plans.test';
  set session_replication_role = origin;
  analyze`;

let database: TestDatabase;
let superuser: Client;
let app: Client;
let person: string;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await connectAs('postgres', database);
  await superuser.query(FILL);
  // What a GIN index has not sorted in yet makes it dear.
  await superuser.query('vacuum market_assets');
  person = (await superuser.query<{ id: string }>(`select id from users where name = 'a'`)).rows[0]?.id ?? '';
  app = await connectAs('lockstep_app', database);
});
afterAll(async () => {
  await app.end();
  await superuser.end();
  await database.drop();
});

const ORDERS = {
  recent: 'created_at desc, id desc',
  used: `greatest(last_used_at, '-infinity') desc, id desc`,
  popular: 'usage_count desc, id desc',
  name: 'normalized_name collate "C" asc, id asc',
};
const LISTS = Object.entries(ORDERS).flatMap(([sort, order]) => [
  { list: `own, ${sort}`, of: `user_assets where user_id = '$person'::uuid and deleted_at is null`, order },
  { list: `the market, ${sort}`, of: 'market_assets where is_public and deleted_at is null', order },
]);

test.each(LISTS)('a page of $list is read from its index, nothing is sorted', async ({ of, order }) => {
  const sql = `explain select id from ${of.replace('$person', person)} order by ${order} limit 26`;
  const plan = await tryAs(app, { role: 'registered', userId: person }, async () =>
    (await app.query<Record<string, string>>(sql)).rows.map((row) => row['QUERY PLAN']).join('\n'),
  );
  expect(plan).toMatch(/Index (Only )?Scan/);
  expect(plan).not.toMatch(/Sort|Seq Scan on (user|market)_assets/);
});

test('the market is searched by its trigrams, inside the function that may', async () => {
  await superuser.query('begin; set local role lockstep_owner');
  const { rows } = await superuser.query<Record<string, string>>(
    `explain select id from market_assets where normalized_name like '%c4ca4238%'`,
  );
  await superuser.query('rollback');
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('market_assets_name_idx');
});
