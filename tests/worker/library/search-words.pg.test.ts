import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectAs, tryAs } from '#tests/drizzle/connect-as.ts';
import { fillBigLibrary } from '#tests/support/big-library.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import type { Actor } from '#worker/db/actor.ts';

let database: TestDatabase;
let superuser: Client;
let app: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  // More than are walked, so that words are looked up.
  await fillBigLibrary(database.superuserUrl, { organizations: 3, videos: 900, minutesApart: 60 });
  superuser = await connectAs('postgres', database);
  app = await connectAs('lockstep_app', database);
}, 60_000);
afterAll(async () => {
  await app.end();
  await superuser.end();
  await database.drop();
});

test('the words of all tenants are read by nobody who asks', async () => {
  const actor: Actor = { role: 'anonymous', userId: null };
  for (const ask of [
    'select word from search_words',
    `select app.spell_out('light:*')`,
    `select app.learn_words('{}')`,
  ])
    await expect(tryAs(app, actor, () => app.query(ask))).rejects.toThrow(/permission denied/);
});

test('each word of a video is known once it stands there, by any way', async () => {
  await superuser.query('begin');
  const unknown = async (): Promise<number> =>
    (
      await superuser.query<{ n: number }>(`select count(*)::int as n from (
        select distinct lexeme from video_search, unnest(words) except select word from search_words) lacking`)
    ).rows[0]?.n ?? Number.NaN;
  const begun = async (q: string): Promise<number> =>
    (await superuser.query(`select from app.find_videos($1, '{}', null, null, null, false, 5000)`, [q]))
      .rowCount ?? 0;
  const counts = [await unknown()];
  for (const change of [
    `update videos set title = 'Qwertyzebra' where id = (select id from videos where is_listed order by created_at limit 1)`,
    `update transcript_cues set text = 'qwertygiraffe' where id = (select id from transcript_cues limit 1)`,
    `update videos set deleted_at = now() where title = 'Qwertyzebra'`,
    `delete from search_words where word like 'qwerty%'`,
    `update videos set deleted_at = null where title = 'Qwertyzebra'`,
  ]) {
    await superuser.query(change);
    counts.push(await unknown());
  }
  expect({ counts, begun: await begun('qwertyz') }).toEqual({ counts: [0, 0, 0, 0, 1, 1], begun: 1 });
  await superuser.query('rollback');
});
