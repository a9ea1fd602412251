import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { connectAs, orRefusal, tryAs } from './connect-as.ts';
import { insertTenants, type Tenants } from './tenants.ts';

let database: TestDatabase;
let superuser: Client;
let app: Client;
let tenants: Tenants;
const idOf = (name: string): string => tenants.ids.get(name) ?? '';

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
beforeEach(() => limitTo(null));

const limitTo = (bytes: number | null) =>
  superuser.query('update organization_storage set limit_bytes = $2 where organization_id = $1', [
    idOf('first'),
    bytes,
  ]);

/** What the database says, as this person, when it is asked whether all fits. */
const hold = (user: keyof Tenants['users'], standard: number | null) =>
  tryAs(app, { role: 'registered', userId: tenants.users[user] }, () =>
    app.query('select app.hold_to_storage_limit($1, $2)', [idOf('first'), standard]).then(
      () => 'fits',
      ({ code, detail }: { code: string; detail: string }) => ({ code, ...(JSON.parse(detail) as object) }),
    ),
  );

// Five uploads of ten bytes wait in the first tenant's videos.
test('an own limit stands before the one for all, and none is none', async () => {
  expect(await hold('member', 50)).toBe('fits');
  expect(await hold('member', 49)).toEqual({ code: 'LS413', wantedBytes: 50, limitBytes: 49 });
  expect(await hold('member', null)).toBe('fits');
  await limitTo(50);
  expect(await hold('member', 1)).toBe('fits');
  await limitTo(0);
  expect(await hold('member', null)).toMatchObject({ code: 'LS413', limitBytes: 0 });
});

test('a limit is nobody’s to change, and figures are for members only', async () => {
  for (const user of ['owner', 'stranger'] as const) {
    const actor = { role: 'registered' as const, userId: tenants.users[user] };
    const change = () => orRefusal(app.query('update organization_storage set limit_bytes = 1'));
    expect(await tryAs(app, actor, change)).toBe('refused');
    const seen = await tryAs(app, actor, () =>
      app.query('select awaited_bytes from app.storage_of($1)', [idOf('first')]),
    );
    expect(seen.rows).toEqual(user === 'owner' ? [{ awaited_bytes: '50' }] : []);
  }
});

test('every organization has its figures from the beginning', async () => {
  const { rows } = await superuser.query(`select slug from organizations o
    where (select count(*) from organization_storage where organization_id = o.id) <> 1`);
  expect(rows).toEqual([]);
});
