import { Client } from '@neondatabase/serverless';
import { Client as PgClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openAuth } from '#worker/accounts/auth.ts';
import { makePendingRow } from '#worker/accounts/pending.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

const TABLES = ['users', 'organizations', 'organization_members', 'identities', 'sessions', 'verifications'];
const MADE = [1, 1, 1, 1, 1, -1];
let database: TestDatabase;
/** Past the product, above row-level security. */
let superuser: PgClient;
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new PgClient({ connectionString: database.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ask = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await superuser.query(text, values)).rows as Row[];

interface Waiting {
  pendingId: string;
  email: string;
  name: string;
  passwordHash: string;
}

/** A sign-up that waits for its link to be confirmed. */
async function waitAs(guestId: string | null): Promise<Waiting> {
  const [pendingId, email] = [uuidv7(), `${uuidv7()}@example.com`];
  const account = { email, name: 'Ada', passwordHash: 'scrypt$1$1$1$00$00' };
  const pending = { kind: 'sign-up', ...account, guestId, browserHash: '', next: '/' } as const;
  const { row } = await makePendingRow(pendingId, pending, Date.now());
  await ask('insert into verifications (id, identifier, value, expires_at) values ($1, $2, $3, $4)', [
    row.id,
    row.identifier,
    row.value,
    row.expiresAt,
  ]);
  return { pendingId, ...account };
}

async function confirm(body: Waiting, guestId: string | null): Promise<void> {
  const { auth, close } = openAuth({
    databaseUrl: database.authDatabaseUrl,
    secret: 'a secret for tests only, of 32 characters or more',
    publicOrigin: 'http://127.0.0.1:8080',
    guestId: guestId ?? undefined,
  });
  try {
    await auth.api.finishSignUp({ body });
  } finally {
    // Not waited for: a connection that broke is given back to no pool.
    void close();
  }
}

async function makeGuest(): Promise<string> {
  const id = uuidv7();
  await ask(`insert into users (id, name, account_type) values ($1, 'Grace', 'guest')`, [id]);
  await ask(
    `insert into sessions (user_id, token, expires_at) values ($1::uuid, $2, now() + interval '1 day')`,
    [id, id],
  );
  return id;
}

/** How many rows there are in each table. */
const count = async (): Promise<number[]> => {
  const counts = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await ask<Record<string, number>>(`select ${counts.join(', ')}`);
  return TABLES.map((table) => row?.[table] ?? -1);
};

/** Breaks the connection at the n-th statement: before it is sent, or once it has been done but not answered. */
function breakAt(n: number, moment: 'before' | 'after'): { count(): number; last(): string } {
  let statements = 0;
  let last = '';
  const really = Client.prototype.query as (...args: unknown[]) => Promise<unknown>;
  vi.spyOn(Client.prototype, 'query').mockImplementation(async function (this: Client, ...args: unknown[]) {
    statements += 1;
    if (statements > n) throw new Error('The connection is broken.');
    last = String(Reflect.get(Object(args[0]), 'text') ?? args[0]);
    if (statements === n && moment === 'before') {
      void this.end();
      throw new Error('The connection broke.');
    }
    const answer = await really.apply(this, args);
    if (statements === n) {
      void this.end();
      throw new Error('The connection broke.');
    }
    return answer;
  } as never);
  return { count: () => statements, last: () => last };
}

/** What a sign-up that nothing interrupts sends to the database. */
async function countStatements(guest: boolean): Promise<number> {
  const guestId = guest ? await makeGuest() : null;
  const waiting = await waitAs(guestId);
  const statements = breakAt(Number.POSITIVE_INFINITY, 'before');
  await confirm(waiting, guestId);
  vi.restoreAllMocks();
  return statements.count();
}

test('a confirmed sign-up is one transaction', async () => {
  const before = await count();
  await confirm(await waitAs(null), null);
  const made = TABLES.slice(0, 5).map((table) => `select xmin::text as maker from ${table}`);
  expect(await ask(made.join(' union '))).toHaveLength(1);
  expect(await count()).toEqual(before.map((rows, n) => rows + (MADE[n] === 1 ? 1 : 0)));
});

describe.each([
  ['somebody new', false],
  ['a guest', true],
] as const)('the sign-up of %s', (_, isGuest) => {
  test(
    'interrupted at any statement is either whole or has not been, and can be confirmed again',
    { timeout: 30_000 },
    async () => {
      const total = await countStatements(isGuest);
      expect(total).toBeGreaterThan(8);
      let whole = 0;
      for (const moment of ['before', 'after'] as const)
        for (let n = 1; n <= total; n += 1) {
          const guestId = isGuest ? await makeGuest() : null;
          const waiting = await waitAs(guestId);
          const before = await count();
          const broken = breakAt(n, moment);
          await expect(confirm(waiting, guestId), `statement ${n}, ${moment}`).rejects.toThrow();
          vi.restoreAllMocks();
          // The guest's row stays, and the session as a guest ends where the one of the account begins.
          const made = isGuest ? [0, 1, 1, 1, 0, -1] : MADE;
          const isWhole = moment === 'after' && /^commit/i.test(broken.last());
          const expected = before.map((rows, at) => rows + (isWhole ? (made[at] ?? 0) : 0));
          // A server notices a broken connection when it reads from it next.
          await expect.poll(count, { interval: 5 }).toEqual(expected);
          if (isWhole) whole += 1;
          else await confirm(waiting, guestId);
          const [user] = await ask('select account_type, email from users where email = $1', [waiting.email]);
          expect(user).toEqual({ account_type: 'registered', email: waiting.email });
        }
      expect(whole).toBe(1);
      // Read by tests/bench/api.bench.ts.
      console.log(`SIGNUP ${JSON.stringify({ isGuest, statements: total, interruptions: 2 * total })}`);
    },
  );
});

test.each(TABLES)('what the database refuses at %s leaves nothing behind', async (table) => {
  const waiting = await waitAs(null);
  const before = await count();
  const moment = table === 'verifications' ? 'before delete' : 'after insert';
  await ask(`
    create function interrupt() returns trigger language plpgsql as $$ begin raise 'interrupted'; end $$;
    create trigger interrupt ${moment} on ${table} for each row execute function interrupt()`);
  try {
    await expect(confirm(waiting, null)).rejects.toThrow();
  } finally {
    await ask('drop function interrupt() cascade');
  }
  expect(await count()).toEqual(before);
  await confirm(waiting, null);
  expect(await count()).toEqual(before.map((rows, n) => rows + (MADE[n] ?? 0)));
});
