import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { everyList } from '#tests/support/lists/every-list.ts';
import { fillLists } from '#tests/support/lists/fill-lists.ts';
import { statementsOf, type Listed } from '#tests/support/lists/listed.ts';
import { recordStatements, type Recorder } from '#tests/support/lists/record-statements.ts';
import { projectPaths } from '#tests/support/source-files.ts';
import { connectAs } from './connect-as.ts';

/** Rows and index entries that a page of 50 may take, with all that hangs on each; and rows put in order. */
const [TOUCHED, SORTED] = [1500, 110];

/** What lists or finds and is not asked here. */
const ELSEWHERE: Record<string, string> = {
  listVideos: 'big-library.pg.test.ts',
  findVideoWith: 'findVideo, and what others ask beside it',
  listRecentRooms: 'reads the table now and then: an index that every flush moves would cost more',
  listRoomsToWake: 'the same',
};

let database: TestDatabase;
let clients: Client[];
let recorder: Recorder;
let lists: Listed[];

beforeAll(async () => {
  database = await createTestDatabase();
  clients = await Promise.all([
    connectAs('postgres', database),
    connectAs('lockstep_app', database),
    connectAs('lockstep_auth', database),
  ]);
  const [superuser, app, accounts] = clients as [Client, Client, Client];
  recorder = recordStatements({ app, accounts });
  const cast = await fillLists(superuser, { organizations: 200, videos: 4000, each: 2500 });
  lists = everyList(recorder, cast);
});
afterAll(async () => {
  recorder.stop();
  await Promise.all(clients.map((client) => client.end()));
  await database.drop();
});

test('every list is read from where its index begins: no table is read or put in order from end to end', async () => {
  const wrong: unknown[] = [];
  for (const listed of lists) {
    const { name, terms } = listed;
    const statements = await statementsOf(listed, recorder);
    expect(statements.length, name).toBeGreaterThan(1);
    for (const { sql, touched, sorted, scanned } of statements) {
      const scans = scanned.filter((table) => !terms.scans?.includes(table));
      if (touched > (terms.touched ?? TOUCHED) || sorted > (terms.sorted ?? SORTED) || scans.length > 0)
        wrong.push({ name, touched, sorted, scans, sql });
    }
  }
  expect(wrong).toEqual([]);
}, 30_000);

test('nothing that lists or finds is forgotten', async () => {
  const files = projectPaths('worker').filter((file) => file.endsWith('.queries.ts'));
  const asked = new Set<unknown>(lists.map((listed) => listed.of));
  const forgotten: string[] = [];
  for (const file of files) {
    const module = (await import(new URL(`../../${file}`, import.meta.url).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module))
      if (/^(list|find)[A-Z]/.test(name) && !asked.has(value) && !(name in ELSEWHERE))
        forgotten.push(`${file} ${name}`);
  }
  expect(forgotten).toEqual([]);
});
