import { neonConfig } from '@neondatabase/serverless';
import { desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, test } from 'vitest';
import { comments } from '#tables/social.ts';
import { videos } from '#tables/library.ts';
import { connectAs } from '#tests/drizzle/connect-as.ts';
import { insertTenants, type Tenants } from '#tests/drizzle/tenants.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { runAs, serviceActor, type Actor } from '#worker/db/actor.ts';
import { createDatabase, type Database } from '#worker/db/client.ts';

let database: TestDatabase;
let db: Database;
let tenants: Tenants;
let requestCount = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const superuser = await connectAs('postgres', database);
  tenants = await insertTenants(superuser);
  await superuser.end();
  neonConfig.fetchFunction = (...request: Parameters<typeof fetch>) => {
    requestCount += 1;
    return fetch(...request);
  };
  db = createDatabase(database.databaseUrl);
});
beforeEach(() => {
  requestCount = 0;
});
afterAll(async () => {
  neonConfig.fetchFunction = undefined;
  await database.drop();
});

const anonymous: Actor = { role: 'anonymous', userId: null };
const author = (): Actor => ({ role: 'registered', userId: tenants.users.author });
const titleOf = (db: Database, name: string) =>
  db
    .select({ title: videos.title, createdAt: videos.createdAt })
    .from(videos)
    .where(eq(videos.id, tenants.ids.get(name) ?? ''));

test('runs all queries as the actor, in one request, and gives each result its type', async () => {
  const [found, count] = await runAs(
    db,
    author(),
    (db) => [titleOf(db, 'secret'), db.select({ n: sql<number>`count(*)::int` }).from(videos)] as const,
  );
  expectTypeOf(found).toEqualTypeOf<{ title: string; createdAt: Date }[]>();
  expectTypeOf(count).toEqualTypeOf<{ n: number }[]>();
  expect(found).toEqual([{ title: 'Big Buck Bunny', createdAt: expect.any(Date) }]);
  expect(count).toEqual([{ n: 4 }]);
  expect(requestCount).toBe(1);
});

test('the actor ends with the transaction: the next one on the same connection is another', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [mine] = await runAs(db, author(), (db) => [titleOf(db, 'secret')] as const);
    expect(mine).toHaveLength(1);
    const [theirs] = await runAs(db, anonymous, (db) => [titleOf(db, 'secret')] as const);
    expect(theirs).toEqual([]);
    expect(await titleOf(db, 'secret')).toEqual([]);
  }
});

test('actors at the same time do not get into each other’s way', async () => {
  const seen = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const [rows] = await runAs(
        db,
        index % 2 ? author() : anonymous,
        (db) => [titleOf(db, 'secret')] as const,
      );
      return rows.length === index % 2;
    }),
  );
  expect(seen.every(Boolean)).toBe(true);
});

test('all of it or nothing', async () => {
  const rename = (db: Database, title: string) =>
    db
      .update(videos)
      .set({ title })
      .where(eq(videos.id, tenants.ids.get('open') ?? ''));
  const attempt = runAs(db, author(), (db) => [rename(db, 'New name'), rename(db, ' ')] as const);
  await expect(attempt).rejects.toMatchObject({ code: '23514', constraint: 'videos_title_not_blank' });
  expect(await titleOf(db, 'open')).toMatchObject([{ title: 'Big Buck Bunny' }]);
});

test('every column comes through as its type: decimals and big integers as numbers, generated ones too', async () => {
  const id = '0197aaaa-0000-7000-8000-000000000001';
  const comment = {
    id,
    videoId: tenants.ids.get('open') ?? '',
    authorId: tenants.users.guest,
    content: 'Here',
    positionSeconds: 1.25,
    endSeconds: 2.5,
    frame: 30,
    drawing: { strokes: [[0, 1]] },
    roomEpoch: 2,
    roomSeq: 4_000_000_000,
    createdAt: new Date('2026-01-02T03:04:05.678Z'),
  };
  const [[read]] = await runAs(
    db,
    serviceActor('service:room'),
    (db) =>
      [
        db.insert(comments).values(comment).returning(),
        db.select().from(comments).orderBy(desc(comments.createdAt)).limit(1),
      ] as const,
  );
  expect(read).toMatchObject({ ...comment, orderMs: 1250, likeCount: 0, version: 1, deletedAt: null });
});

test('of two transactions in each other’s way the one undone begins again, and both are done', async () => {
  const rename = (name: string, title: string) => (db: Database) =>
    db
      .update(videos)
      .set({ title })
      .where(eq(videos.id, tenants.ids.get(name) ?? ''))
      .returning({ id: videos.id });
  // Each holds one row while it waits for the other's.
  const both = (first: string, second: string, title: string) =>
    runAs(db, author(), (db) => [
      rename(first, title)(db),
      db.execute(sql`select pg_sleep(0.05)`),
      rename(second, title)(db),
    ]);
  const done = await Promise.all([both('open', 'shared', 'One'), both('shared', 'open', 'Two')]);
  expect(done.map(([first, , second]) => first.length + second.length)).toEqual([2, 2]);
  expect(requestCount).toBe(3);
});
