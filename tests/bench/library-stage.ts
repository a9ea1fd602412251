import type { Client } from 'pg';
import type { Viewer } from '#worker/accounts/viewer.ts';
import { createDatabase, type Database as Builder } from '#worker/db/client.ts';
import { percentile } from './figure.ts';

/** Built with the product's own builders; where it would be sent makes no difference. */
export const builder: Builder = createDatabase('postgres://nobody:x@127.0.0.1/none');

export interface Asked {
  viewer: Viewer;
  select: (db: Builder) => { toSQL(): { sql: string; params: unknown[] } };
}

export interface Timing {
  p50Ms: number;
  p95Ms: number;
  rows: number;
  /** Every index the statement went through, functions it calls included, and tables read from end to end. */
  indexes: string[];
  scanned: string[];
}

/** Tables of which no list may read everything. */
const BIG = ['videos', 'video_search', 'transcript_cues', 'transcripts', 'comments', 'likes', 'video_tags'];

/**
 * Runs each question as its viewer, in a transaction of its own, and takes what PostgreSQL says that planning and
 * running took. The first few are not counted: they bring the pages in.
 */
export async function timeInPostgres(client: Client, asked: readonly Asked[], warmUp = 5): Promise<Timing> {
  const timesMs: number[] = [];
  const used = new Set<string>();
  const scanned = new Set<string>();
  let rows = 0;
  for (const [index, { viewer, select }] of asked.entries()) {
    const { sql, params } = select(builder).toSQL();
    await client.query('begin');
    await client.query(`select set_config('app.user_id', $1, true), set_config('app.role', $2, true)`, [
      viewer.userId ?? '',
      viewer.kind,
    ]);
    const explained = await client.query<{ 'QUERY PLAN': [Explained] }>({
      text: `explain (analyze, timing off, format json) ${sql}`,
      values: params,
    });
    const [plan] = explained.rows[0]?.['QUERY PLAN'] ?? [];
    for (const name of await scannedNow(client, 'i')) used.add(name);
    for (const name of await scannedNow(client, 'r')) if (BIG.includes(name)) scanned.add(name);
    await client.query('rollback');
    if (!plan || index < warmUp) continue;
    timesMs.push(plan['Planning Time'] + plan['Execution Time']);
    rows = Math.max(rows, plan.Plan['Actual Rows']);
  }
  return {
    p50Ms: percentile(timesMs, 0.5),
    p95Ms: percentile(timesMs, 0.95),
    rows,
    indexes: [...used].filter((name) => /^(video|transcript|comments|likes)/.test(name)),
    scanned: [...scanned],
  };
}

interface Explained {
  Plan: { 'Actual Rows': number };
  'Planning Time': number;
  'Execution Time': number;
}

/** Scans of this transaction: of an index, or of a table from one end to the other. */
async function scannedNow(client: Client, kind: 'i' | 'r'): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relkind = $1 and relnamespace = 'public'::regnamespace and pg_stat_get_xact_numscans(oid) > 0`,
    [kind],
  );
  return rows.map(({ name }) => name);
}

/** The people, organizations and marks that questions are asked about. */
export interface Cast {
  big: Tenant;
  small: Tenant;
  tag: string;
  commonTag: string;
  category: string;
}
export interface Tenant {
  organization: string;
  owner: string;
  member: string;
  channel: string;
  series: string;
}

export async function findCast(client: Client): Promise<Cast> {
  const tenant = async (slug: string): Promise<Tenant> => {
    const { rows } = await client.query<Tenant>(
      `select o.id as organization,
        (select user_id from organization_members where organization_id = o.id and role = 'OWNER' limit 1) as owner,
        (select user_id from organization_members where organization_id = o.id and role = 'MEMBER' limit 1) as member,
        (select id from channels where organization_id = o.id and slug = 'channel-2') as channel,
        (select id from series where organization_id = o.id limit 1) as series
      from organizations o where slug = $1`,
      [slug],
    );
    if (!rows[0]) throw new Error(`No organization ${slug}.`);
    return rows[0];
  };
  const { rows } = await client.query<Omit<Cast, 'big' | 'small'>>(`
    select (select tags.id from tags join organizations o on o.id = organization_id
        where slug = 'library-1' and tags.name = 'tag-1') as tag,
      (select id from tags where name = 'common-3') as "commonTag",
      (select id from categories where name = 'Library category 7') as category`);
  if (!rows[0]) throw new Error('No tags.');
  return { ...rows[0], big: await tenant('library-1'), small: await tenant('library-500') };
}
