import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { everyList } from '#tests/support/lists/every-list.ts';
import { fillLists } from '#tests/support/lists/fill-lists.ts';
import type { Listed } from '#tests/support/lists/listed.ts';
import { recordStatements, type Recorder } from '#tests/support/lists/record-statements.ts';
import { projectPaths } from '#tests/support/source-files.ts';
import { connectAs } from './connect-as.ts';

/** Rows and index entries that a page of 50 may take, whatever hangs on each; and rows put in order. */
const [TOUCHED, SORTED] = [1000, 110];

let database: TestDatabase;
let clients: Client[];
let recorder: Recorder;
let lists: Listed[];

beforeAll(async () => {
  database = await createTestDatabase();
  const [superuser, app, accounts] = await Promise.all([
    connectAs('postgres', database),
    connectAs('lockstep_app', database),
    connectAs('lockstep_auth', database),
  ]);
  clients = [superuser, app, accounts];
  const cast = await fillLists(superuser, { organizations: 200, videos: 6000, each: 4000 });
  recorder = recordStatements({ app, accounts });
  lists = everyList(recorder, cast);
});
afterAll(async () => {
  recorder.stop();
  await Promise.all(clients.map((client) => client.end()));
  await database.drop();
});

test('every list is read from where its index begins, without a table read or sorted from end to end', async () => {
  const wrong: unknown[] = [];
  for (const { name, terms, ask } of lists) {
    recorder.take();
    const kept: ReturnType<Recorder['take']> = [];
    let isAside = false;
    await ask(() => {
      const taken = recorder.take();
      if (!isAside) kept.push(...taken);
      isAside = !isAside;
    }).catch((error: unknown) => {
      if (process.env.LISTS_DEBUG) { console.log('FAILED', name, error.message); return; }
      throw new Error(name, { cause: error });
    });
    kept.push(...recorder.take());
    expect(kept.length, name).toBeGreaterThan(1);
    for (const { sql, touched, sorted, scanned } of kept) {
      const scans = scanned.filter((table) => !terms.scans?.includes(table));
      if (touched > (terms.touched ?? TOUCHED) || sorted > (terms.sorted ?? SORTED) || scans.length > 0)
        wrong.push({ name, touched, sorted, scans, sql });
    }
  }
  if (process.env.LISTS_DEBUG) (await import('node:fs')).writeFileSync('/tmp/lists.json', JSON.stringify(wrong, null, 1));
  expect(wrong).toEqual([]);
}, 15_000);
