import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../../worker/local/database-setup.ts';
import { openAuth } from '#worker/accounts/auth.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

const TABLES = ['users', 'organizations', 'organization_members', 'identities', 'sessions'];
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function signUp(email: string): Promise<void> {
  const { auth, close } = openAuth({
    databaseUrl: database.authDatabaseUrl,
    secret: 'a secret for tests only, of 32 characters or more',
    publicOrigin: 'http://127.0.0.1:8080',
  });
  try {
    await auth.api.signUpEmail({ body: { name: 'Ada', email, password: 'correct horse' } });
  } finally {
    await close();
  }
}

const ask = <Row>(text: string): Promise<Row[]> =>
  withClient(database.superuserUrl, async (client) => (await client.query(text)).rows as Row[]);

/** How many rows there are in each table. */
const count = async (): Promise<number[]> => {
  const counts = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await ask<Record<string, number>>(`select ${counts.join(', ')}`);
  return TABLES.map((table) => row?.[table] ?? -1);
};

test('a sign-up is one transaction', async () => {
  await signUp('one@example.com');
  const makers = TABLES.map((table) => `select xmin::text as maker from ${table}`);
  expect(await ask(makers.join(' union '))).toHaveLength(1);
  expect(await count()).toEqual([1, 1, 1, 1, 1]);
});

test.each(TABLES)('interrupted at %s it leaves nothing behind', async (table) => {
  const before = await count();
  await ask(`
    create function interrupt() returns trigger language plpgsql as $$ begin raise 'interrupted'; end $$;
    create trigger interrupt after insert on ${table} for each row execute function interrupt()`);
  try {
    await expect(signUp(`${table}@example.com`)).rejects.toThrow();
  } finally {
    await ask('drop function interrupt() cascade');
  }
  expect(await count()).toEqual(before);
  await signUp(`${table}@example.com`);
  expect(await count()).toEqual(before.map((rows) => rows + 1));
});
