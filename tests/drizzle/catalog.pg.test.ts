import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeTempFolder } from '#tests/support/temp-folder.ts';

const root = join(import.meta.dirname, '../..');
let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: inject('ownerUrl') });
  await client.connect();
});
afterAll(() => client.end());

/** The first column of what a query over the catalog finds. */
const found = async (sql: string): Promise<string[]> =>
  (await client.query<[string]>({ text: sql, rowMode: 'array' })).rows.map(([name]) => name);

const TABLES = `pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;

describe('every table', () => {
  test('has row-level security, forced', async () => {
    expect(
      await found(`select relname from ${TABLES} and not (relrowsecurity and relforcerowsecurity)`),
    ).toEqual([]);
    expect((await found(`select relname from ${TABLES}`)).length).toBe(46);
  });

  test('lets its owner through only where it is called, not when connected', async () => {
    const guarded = await found(
      `select tablename from pg_policies where policyname = 'internal' and roles = '{lockstep_owner}'`,
    );
    expect(guarded.length).toBe(46);
  });

  test('has an id, created_at, and times of a zone, to the millisecond', async () => {
    const lacking = (column: string) =>
      found(`select relname from ${TABLES} and not exists (
        select from pg_attribute where attrelid = pg_class.oid and attname = '${column}')`);
    // What joins two tables is known by both.
    expect((await lacking('id')).sort()).toEqual(['video_categories', 'video_tags']);
    expect(await lacking('created_at')).toEqual([]);
    expect(
      await found(`select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and column_name like '%\\_at' and not (udt_name = 'timestamptz' and datetime_precision = 3)`),
    ).toEqual([]);
  });
});

describe('roles', () => {
  test('requests own nothing, may create nothing, and stand under no exception', async () => {
    const roles = `('lockstep_app', 'lockstep_auth')`;
    expect(await found(`select relname from pg_class where relowner::regrole::text in ${roles}`)).toEqual([]);
    expect(
      await found(
        `select rolname from pg_roles where rolname in ${roles} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
      ),
    ).toEqual([]);
    expect(
      await found(`select rolname from pg_roles, (values ('public'), ('app')) s(name)
        where rolname in ${roles} and has_schema_privilege(rolname, s.name, 'create')`),
    ).toEqual([]);
  });

  test('nobody may truncate, refer to or put triggers on a table', async () => {
    expect(
      await found(`select grantee || ' ' || privilege_type || ' ' || table_name from information_schema.role_table_grants
        where table_schema = 'public' and grantee <> 'lockstep_owner'
          and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`),
    ).toEqual([]);
  });
});

test('every function of ours has its search path pinned', async () => {
  const functions = `pg_proc where pronamespace = 'app'::regnamespace`;
  expect((await found(`select proname from ${functions}`)).length).toBeGreaterThan(10);
  expect(
    await found(
      `select proname from ${functions} and coalesce(array_to_string(proconfig, ','), '') <> 'search_path=""'`,
    ),
  ).toEqual([]);
});

describe('migrations', () => {
  const migrations = join(root, 'drizzle/migrations');

  test('say what the schema says: generating finds nothing to add', { timeout: 60_000 }, () => {
    const { folder, remove } = makeTempFolder();
    try {
      cpSync(migrations, folder, { recursive: true });
      execFileSync(
        process.execPath,
        [
          'node_modules/drizzle-kit/bin.cjs',
          'generate',
          '--dialect=postgresql',
          '--schema=./drizzle/schema/*.ts',
          `--out=${relative(root, folder)}`,
        ],
        { cwd: root, stdio: 'pipe' },
      );
      expect(readdirSync(folder).sort()).toEqual(readdirSync(migrations).sort());
    } finally {
      remove();
    }
  });

  test('are all in the journal, in order', () => {
    const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as {
      entries: { tag: string; when: number }[];
    };
    const files = readdirSync(migrations).filter((file) => file.endsWith('.sql'));
    expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.sort());
    const moments = journal.entries.map(({ when }) => when);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });
});
