import { Client } from 'pg';
import { MARKS_AND_REACTIONS, TENANTS } from './big-library-steps.ts';
import { seededRandom, zipfText } from './zipf-words.ts';

export interface BigLibrary {
  organizations: number;
  videos: number;
  /** Between one video and the next. */
  minutesApart?: number;
  /** Told after each step: how much is done, from 0 to 1, and what. */
  onProgress?: (share: number, what: string) => void;
}

const AT_ONCE = 5000;
const CUES = 24;
/** One video of so many has a transcript. */
const SPOKEN_EVERY = 12;

/**
 * Fills a database with organizations whose sizes, words, authors and likes are as unequal as they are in the world.
 * As superuser, through every trigger and constraint of the product, so that what they keep (counters, words) is
 * theirs. The words are the same in every run.
 */
export async function fillBigLibrary(superuserUrl: string, wanted: BigLibrary): Promise<void> {
  const { organizations, videos, minutesApart = 10, onProgress = () => undefined } = wanted;
  const [client, other] = await Promise.all([connect(superuserUrl), connect(superuserUrl)]);
  try {
    const rebuildIndexes = await dropInvertedIndexes(client);
    await client.query(TENANTS.replaceAll(':organizations', String(organizations)));
    onProgress(0.05, 'organizations');
    let from = 0;
    const fill = async (client: Client): Promise<void> => {
      while (from < videos) {
        const batch = {
          from,
          count: Math.min(AT_ONCE, videos - from),
          of: videos,
          organizations,
          minutesApart,
        };
        from += batch.count;
        await insertVideos(client, batch);
        onProgress(0.05 + (0.75 * from) / videos, 'videos and what is said of them');
      }
    };
    await Promise.all([fill(client), fill(other)]);
    await client.query('drop schema library_fill cascade');
    // Tagged when they were made, as they are in the world, rather than all of them years later.
    await client.query('cluster video_search using video_search_newest_idx');
    await Promise.all(rebuildIndexes([client, other]));
    onProgress(0.95, 'indexes');
    await client.query('vacuum analyze');
    onProgress(1, 'statistics');
  } finally {
    await Promise.all([client.end(), other.end()]);
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`set synchronous_commit = off; set maintenance_work_mem = '256MB'; set work_mem = '128MB';
    set jit = off; select setseed(0.42)`);
  return client;
}

/** An inverted index is made of a full table in a fraction of the time it takes row by row. */
async function dropInvertedIndexes(client: Client) {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and indexdef like '%USING gin%'`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return (clients: readonly Client[]): Promise<void>[] =>
    clients.map(async (client) => {
      for (let next = rows.pop(); next !== undefined; next = rows.pop()) await client.query(next.definition);
    });
}

interface Batch {
  from: number;
  count: number;
  of: number;
  organizations: number;
  minutesApart: number;
}

/** The oldest first, as a library grows. */
async function insertVideos(client: Client, batch: Batch): Promise<void> {
  const { from, count, of, organizations, minutesApart } = batch;
  const random = seededRandom(from);
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  await client.query(
    `insert into videos (id, short_id, title, description, organization_id, author_id, channel_id, series_id,
        series_position, visibility, processing_status, duration_seconds, view_count, tags, created_at, updated_at,
        published_at, archived_at)
      select uuidv7(), 'b' || lpad(n::text, 10, '-'), title, description, organization,
        case when n % 3 = 0 then member else owner end,
        case when n % 2 = 0 then channels[1 + n % 3] end, case when n % 10 = 0 then series end,
        case when n % 10 = 0 then n + 1 end,
        (array['public', 'public', 'organization', 'private', 'unlisted', 'public']::video_visibility[])[1 + n % 6],
        case when n % 50 = 0 then 'processing'::processing_status else 'complete' end,
        round((5 + 3600 * power(random(), 4))::numeric, 3), floor(power(50000, random())),
        array['free' || floor(power(500, random()))], moment, moment, moment + interval '1 hour',
        case when n % 40 = 7 then moment + interval '90 days' end
      from unnest($1::int[], $2::text[], $3::text[], $4::int[]) given(n, title, description, tenant_number)
      join library_fill.tenants on number = tenant_number
      cross join lateral (select date_trunc('minute', now()) - ($5 - n) * $6 * interval '1 minute' as moment) dated`,
    [
      numbers,
      numbers.map(() => zipfText(random, 3 + Math.floor(random() * 6))),
      numbers.map(() => zipfText(random, 10 + Math.floor(random() * 50))),
      numbers.map(() => Math.floor(organizations ** random())),
      of,
      minutesApart,
    ],
  );
  await insertTranscripts(
    client,
    numbers.filter((n) => n % SPOKEN_EVERY === 0),
    random,
  );
  // While they are at hand: of the whole library at once, each would have to be fetched again.
  const shortIds = numbers.map((n) => `b${String(n).padStart(10, '-')}`);
  for (const statement of MARKS_AND_REACTIONS) await client.query(statement, [shortIds]);
}

async function insertTranscripts(client: Client, spoken: number[], random: () => number): Promise<void> {
  await client.query(
    `insert into transcripts (id, video_id, language, is_default)
      select uuidv7(), id, 'en', true
      from videos where short_id = any (select 'b' || lpad(n::text, 10, '-') from unnest($1::int[]) n)`,
    [spoken],
  );
  const cues = spoken.flatMap((n) =>
    Array.from({ length: CUES }, (_, position) => ({ n, position: position + 1 })),
  );
  await client.query(
    `insert into transcript_cues (id, transcript_id, position, start_seconds, end_seconds, text)
      select uuidv7(), transcripts.id, position, position * 4, position * 4 + 4, text
      from unnest($1::int[], $2::int[], $3::text[]) given(n, position, text)
      join videos on short_id = 'b' || lpad(n::text, 10, '-')
      join transcripts on video_id = videos.id`,
    [cues.map(({ n }) => n), cues.map(({ position }) => position), cues.map(() => zipfText(random, 9))],
  );
}
