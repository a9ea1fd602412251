import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listsOf, searchesOf } from '#tests/bench/library-questions.ts';
import { countMiscounted, findCast, timeInPostgres, type Cast } from '#tests/bench/library-stage.ts';
import { connectAs, tryAs } from '#tests/drizzle/connect-as.ts';
import { fillBigLibrary } from '#tests/support/big-library.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import type { Actor } from '#worker/db/actor.ts';

const ORGANIZATIONS = 12;
let database: TestDatabase;
let superuser: Client;
let app: Client;
let cast: Cast;

beforeAll(async () => {
  database = await createTestDatabase();
  // More than are walked, in more weeks than are looked up at once.
  await fillBigLibrary(database.superuserUrl, {
    organizations: ORGANIZATIONS,
    videos: 2600,
    minutesApart: 60,
  });
  superuser = await connectAs('postgres', database);
  app = await connectAs('lockstep_app', database);
  // A table of this size is read from end to end rather than joined row by row; one of a hundred thousand is not.
  await app.query('set random_page_cost = 1.1; set enable_hashjoin = off');
  cast = await findCast(superuser, ORGANIZATIONS);
}, 60_000);
afterAll(async () => {
  await app.end();
  await superuser.end();
  await database.drop();
});

test('no list and no search reads a whole table; each goes by its index', { timeout: 60_000 }, async () => {
  const wrong: unknown[] = [];
  for (const { name, index, asked } of [...listsOf(cast), ...searchesOf(cast)]) {
    const { scanned, indexes } = await timeInPostgres(app, asked.slice(0, 3), 0);
    if (scanned.length > 0 || !indexes.some((used) => used.startsWith(index)))
      wrong.push({ name, scanned, indexes });
  }
  expect(wrong).toEqual([]);
});

/** Which of its rows somebody may come across, in words that know no index. */
const VISIBLE = `not is_archived and (is_open or author_id = $2 or organization_id in (
  select organization_id from organization_members where user_id = $2
    and (role <= 'ADMIN' or visibility <> 'private')))`;

describe.each(['anonymous', 'member'] as const)('what %s finds', (who) => {
  const actor = (): Actor =>
    who === 'anonymous'
      ? { role: 'anonymous', userId: null }
      : { role: 'registered', userId: cast.big.member };

  test.each([
    ['what many know', 'light '],
    ['what some know', 'history light '],
    ['what few know', 'bacedi '],
    ['the beginning of a word', 'bacedi'],
    ['the beginning of more words than are spelt out', 'b'],
    ['a word and the beginning of few', 'light bacedi'],
    ['the beginning of no word', 'light nonesuchw'],
    ['either of two words, one begun', 'bacedi or bacefo'],
    ['a phrase', '"light camera" '],
    ['what is not there', 'light -camera '],
    ['what nobody knows', 'nonesuch '],
  ])('of %s is all there is, in the order of time', async (_, q) => {
    const { rows: expected } = await superuser.query<{ id: string }>(
      `select id from video_search where words @@ app.search_query($1) and ${VISIBLE} order by created_at desc, id desc`,
      [q, actor().userId],
    );
    for (const oldest of [false, true]) {
      const { rows: found } = await tryAs(app, actor(), () =>
        app.query<{ id: string }>(`select id from app.find_videos($1, '{}', null, null, null, $2, 5000)`, [
          q,
          oldest,
        ]),
      );
      const ids = found.map(({ id }) => id);
      expect(oldest ? ids.toReversed() : ids).toEqual(expected.map(({ id }) => id));
    }
  });

  test('with a mark is a page from anywhere', async () => {
    const marks = [`tag:${cast.tag}`];
    const { rows: expected } = await superuser.query<{ id: string; at: string }>(
      `select id, created_at::text as at from video_search where marks @> $1 and ${VISIBLE} order by created_at desc, id desc`,
      [marks, actor().userId],
    );
    const from = expected[Math.floor(expected.length / 2)];
    const { rows: found } = await tryAs(app, actor(), () =>
      app.query<{ id: string }>(`select id from app.find_videos(null, '{}', $1, $2, $3, false, 10)`, [
        marks,
        from?.at,
        from?.id,
      ]),
    );
    const after = Math.floor(expected.length / 2) + 1;
    expect(found.map(({ id }) => id)).toEqual(expected.slice(after, after + 10).map(({ id }) => id));
  });
});

test('the counters of a library made in large statements equal a recount', async () => {
  expect(await countMiscounted(superuser)).toBe(0);
});

test('what is found follows every change of a video', async () => {
  await superuser.query('begin');
  const { rows } = await superuser.query<{ id: string }>(`select id from videos where is_listed limit 1`);
  const id = rows[0]?.id;
  const found = async (q: string): Promise<number> =>
    (
      await superuser.query(`select from video_search where id = $1 and words @@ app.search_query($2)`, [
        id,
        q,
      ])
    ).rowCount ?? 0;
  await superuser.query(`update videos set title = 'Zebras', tags = '{Savanna}' where id = $1`, [id]);
  expect([await found('zebra '), await found('savanna ')]).toEqual([1, 1]);
  await superuser.query(`update videos set deleted_at = now() where id = $1`, [id]);
  expect(await found('zebra ')).toBe(0);
  await superuser.query(`update videos set deleted_at = null where id = $1`, [id]);
  expect(await found('zebra ')).toBe(1);
  const before = await superuser.query('select xmin from video_search where id = $1', [id]);
  await superuser.query(`update videos set view_count = view_count + 1 where id = $1`, [id]);
  expect((await superuser.query('select xmin from video_search where id = $1', [id])).rows).toEqual(
    before.rows,
  );
  await superuser.query('rollback');
});

test.each([20, 120])(
  'of a transcript of %i cues the first with all the words is shown, or else with any',
  async (cues) => {
    await superuser.query('begin');
    const { rows } = await superuser.query<{ id: string }>(
      `insert into transcripts (id, video_id, language, is_default)
      select uuidv7(), id, 'en', true from videos
      where is_listed and not exists (select from transcripts where video_id = videos.id) limit 1
      returning video_id as id`,
    );
    await superuser.query(
      `insert into transcript_cues (id, transcript_id, position, start_seconds, end_seconds, text)
      select uuidv7(), id, n, n, n + 1, case $2 - n when 9 then 'a giraffe' when 5 then 'a giraffe and a zebra' else 'grass' end
      from transcripts, generate_series(1, $2::int) n where video_id = $1`,
      [rows[0]?.id, cues],
    );
    const hit = async (q: string) =>
      (await superuser.query('select text from app.spoken_hit($1, app.search_query($2))', [rows[0]?.id, q]))
        .rows;
    expect([await hit('zebra giraffe '), await hit('giraffe lion '), await hit('lion ')]).toEqual([
      [{ text: 'a giraffe and a zebra' }],
      [{ text: 'a giraffe' }],
      [],
    ]);
    await superuser.query('rollback');
  },
);
