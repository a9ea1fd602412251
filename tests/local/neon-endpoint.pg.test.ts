import { neon, neonConfig, Pool } from '@neondatabase/serverless';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { withClient } from '../../worker/local/database-setup.ts';
import { startNeonEndpoint } from '../../worker/local/neon/endpoint.ts';
import type { NeonEndpoint } from '../../worker/local/neon/endpoint.ts';

let database: TestDatabase;
let endpoint: NeonEndpoint;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = new URL(database.ownerUrl);
  endpoint = await startNeonEndpoint(Number(owner.port));
  owner.port = String(endpoint.port);
  url = owner.href;
  neonConfig.fetchEndpoint = (host, port) => `http://${host}:${port}/sql`;
  neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineTLS = false;
  await neon(url)`create table things (id int primary key, label text not null, extra jsonb)`;
});
afterAll(async () => {
  await endpoint.close();
  await database.drop();
});
beforeEach(() => neon(url)`truncate things`);

const countThings = (): Promise<number> =>
  withClient(database.superuserUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>('select count(*)::int from things');
    return rows[0]?.count ?? 0;
  });

test('a query answers typed values, through the driver of production', async () => {
  const sql = neon(url);
  await sql`insert into things values (${1}, ${'a'}, ${JSON.stringify({ deep: [1, null] })})`;
  expect(await sql`select id, label, extra, now() is not null as is_now from things`).toEqual([
    { id: 1, label: 'a', extra: { deep: [1, null] }, is_now: true },
  ]);
});

test('a batch is one transaction: all of it or nothing', async () => {
  const sql = neon(url);
  const batch = [sql`insert into things values (1, 'a')`, sql`insert into things values (1, 'again')`];
  await expect(sql.transaction(batch)).rejects.toMatchObject({ code: '23505', constraint: 'things_pkey' });
  expect(await countThings()).toBe(0);
  await sql.transaction([sql`insert into things values (1, 'a')`, sql`insert into things values (2, 'b')`]);
  expect(await countThings()).toBe(2);
});

test('a session that the server ends under a batch fails that batch, and nothing else', async () => {
  const sql = neon(url);
  const batch = [sql`insert into things values (1, 'a')`, sql`select pg_terminate_backend(pg_backend_pid())`];
  await expect(sql.transaction(batch)).rejects.toMatchObject({ code: '57P01' });
  expect(await sql`select count(*)::int from things`).toEqual([{ count: 0 }]);
});

test('isolation headers are kept', async () => {
  const sql = neon(url);
  const options = { isolationLevel: 'Serializable', readOnly: true } as const;
  const asked = [sql`show transaction_isolation`, sql`show transaction_read_only`];
  expect(await sql.transaction(asked, options)).toEqual([
    [{ transaction_isolation: 'serializable' }],
    [{ transaction_read_only: 'on' }],
  ]);
});

test('what PostgreSQL refuses comes with its SQLSTATE and fields', async () => {
  await expect(neon(url)`insert into things values (1, null)`).rejects.toMatchObject({
    code: '23502',
    table: 'things',
    column: 'label',
    severity: 'ERROR',
  });
});

test('a Pool over the WebSocket holds an interactive transaction', async () => {
  const pool = new Pool({ connectionString: url });
  const client = await pool.connect();
  await client.query('begin');
  await client.query('insert into things values ($1, $2)', [1, 'a']);
  expect(await countThings()).toBe(0);
  await client.query('commit');
  expect(await countThings()).toBe(1);
  client.release();
  await pool.end();
});

test('a wrong password is refused', async () => {
  const stranger = new URL(url);
  stranger.password = 'wrong';
  await expect(neon(stranger.href)`select 1`).rejects.toMatchObject({ code: '28P01' });
});

test('while paused nothing gets through; after it everything does', async () => {
  const sql = neon(url);
  endpoint.faults.pause();
  await expect(sql`select 1 as one`).rejects.toThrow();
  endpoint.faults.resume();
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test('a commit whose answer is lost has happened all the same', async () => {
  const sql = neon(url);
  endpoint.faults.commitThenTimeOut(1);
  await expect(sql.transaction([sql`insert into things values (1, 'a')`])).rejects.toThrow();
  expect(await countThings()).toBe(1);
  await sql.transaction([sql`insert into things values (2, 'b')`]);
  expect(await countThings()).toBe(2);
});

test('requests are counted: a batch is one', async () => {
  const before = endpoint.requestCount;
  const sql = neon(url);
  await sql.transaction([sql`select 1`, sql`select 2`, sql`select 3`]);
  expect(endpoint.requestCount - before).toBe(1);
});
