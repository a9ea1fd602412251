/** Lists and search on 100,000 videos of 1,000 organizations: what they take in PostgreSQL, and what serves them. */
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { fillBigLibrary } from '#tests/support/big-library.ts';
import { progressBar } from '#tests/support/progress-bar.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { seededRandom, VOCABULARY } from '#tests/support/zipf-words.ts';
import { ANONYMOUS } from '#worker/accounts/viewer.ts';
import { startDatabase } from '#worker/local/database.ts';
import { atMost, holds, report, type Figure } from './figure.ts';
import { listsOf, searchesOf, type Kind } from './library-questions.ts';
import { countMiscounted, findCast, timeInPostgres, type Asked, type Timing } from './library-stage.ts';

const MOST_MS = 15;
const [organizations, videos] = [1000, 100_000];

const { folder, remove } = makeTempFolder();
// All of it fits, as where 100,000 videos are kept: of PostgreSQL's own 128 MB the search's words alone would take all.
const database = await startDatabase({ dataDir: folder, durable: false, bufferMegabytes: 1024 });
const app = new Client({
  connectionString: database.databaseUrl.replace(
    /@[^/]+/,
    new URL(database.superuserUrl).host.replace(/^/, '@'),
  ),
});
try {
  const bar = progressBar('library');
  const begun = performance.now();
  await fillBigLibrary(database.superuserUrl, { organizations, videos, onProgress: bar.tell });
  bar.end();
  const fillSeconds = (performance.now() - begun) / 1000;
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const cast = await findCast(superuser);
  const miscounted = await countMiscounted(superuser);
  await superuser.end();
  await app.connect();
  const lists = await timeAll('lists', listsOf(cast));
  const searches = await timeAll('searches', searchesOf(cast));
  report('The library', [
    atMost('100,000 videos of 1,000 organizations made', fillSeconds, 60, 's', 0),
    holds('counters equal to a recount', 'each', `${miscounted} wrong`, miscounted === 0),
    worst('list', lists),
    worst('search', searches),
    served('lists and searches', [...lists, ...searches]),
    ...(await besides(lists, searches)),
  ]);
} finally {
  await app.end();
  await database.stop();
  remove();
}

type Timed = Kind & { timing: Timing };

async function timeAll(title: string, kinds: Kind[]): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const kind of kinds) timed.push({ ...kind, timing: await timeInPostgres(app, kind.asked) });
  console.log(`\n${title}: p50, p95 in PostgreSQL, rows, index`);
  for (const { name, index, timing } of timed) {
    const at = timing.indexes.filter((used) => used.startsWith(index)).join(' ');
    const ms = [timing.p50Ms, timing.p95Ms].map((value) => value.toFixed(1).padStart(6)).join('');
    console.log(
      `${ms} ms ${String(timing.rows).padStart(3)} rows  ${name}: ${at} ${timing.scanned.map((table) => `SCANS ${table}`).join(' ')}`,
    );
  }
  return timed;
}

function worst(what: string, timed: Timed[]): Figure {
  const slowest = timed.reduce((most, next) => (next.timing.p95Ms > most.timing.p95Ms ? next : most));
  return atMost(
    `${what} p95 in Postgres, slowest of ${timed.length} kinds (${slowest.name})`,
    slowest.timing.p95Ms,
    MOST_MS,
    'ms',
    1,
  );
}

function served(what: string, timed: Timed[]): Figure {
  const lacking = timed.filter(
    ({ index, timing }) =>
      timing.scanned.length > 0 || !timing.indexes.some((used) => used.startsWith(index)),
  );
  const measured =
    lacking.length === 0 ? `${timed.length} of ${timed.length}` : lacking.map(({ name }) => name).join('; ');
  return holds(`${what} served by an index`, 'each', measured, lacking.length === 0);
}

/** What one would write first: a page by its offset, and a search by LIKE, on the same tables under the same policies. */
async function besides(lists: Timed[], searches: Timed[]): Promise<Figure[]> {
  const plain = (text: (random: () => number) => ReturnType<typeof sql>): Asked[] => {
    const random = seededRandom(2);
    return Array.from({ length: 10 }, () => {
      const query = text(random);
      return {
        viewer: ANONYMOUS,
        select: (db) => db.select({ found: sql`*` }).from(sql`(${query}) as plain`),
      };
    });
  };
  const offset = await timeInPostgres(
    app,
    plain(
      (
        random,
      ) => sql`select id, title from videos where is_public and processing_status = 'complete' and deleted_at is null
        order by created_at desc, id desc limit 26 offset ${Math.floor(random() * 45_000)}`,
    ),
    2,
  );
  const like = await timeInPostgres(
    app,
    plain((random) => {
      const word = `%${VOCABULARY[20 + Math.floor(random() * 280)] ?? ''}%`;
      return sql`select id, title from videos where is_public and deleted_at is null
        and (title ilike ${word} or description ilike ${word}) order by created_at desc, id desc limit 26`;
    }),
    2,
  );
  const beside = (name: string, ours: Timed | undefined, theirs: Timing): Figure => {
    const ratio = theirs.p95Ms / (ours?.timing.p95Ms ?? Number.NaN);
    return holds(name, '≥ 2 ×', `${ratio.toFixed(1)} × (${theirs.p95Ms.toFixed(1)} ms)`, ratio >= 2);
  };
  return [
    beside('a page anywhere by OFFSET instead, p95', lists[0], offset),
    beside(
      'ILIKE instead of search, without what is said, p95',
      searches.find(({ name }) => name.startsWith('a word some know, anonymous')),
      like,
    ),
  ];
}
