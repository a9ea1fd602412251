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
    const before = await countScans(client);
    const explained = await client.query<{ 'QUERY PLAN': [Explained] }>({
      text: `explain (analyze, timing off, format json) ${sql}`,
      values: params,
    });
    const [plan] = explained.rows[0]?.['QUERY PLAN'] ?? [];
    const after = await countScans(client);
    for (const [name, { kind, scans }] of after) {
      if (scans <= (before.get(name)?.scans ?? 0)) continue;
      if (kind === 'i') used.add(name);
      else if (BIG.includes(name)) scanned.add(name);
    }
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

/** How often this connection has gone through each index, or through a table from one end to the other, so far. */
async function countScans(client: Client): Promise<Map<string, { kind: 'i' | 'r'; scans: number }>> {
  const { rows } = await client.query<{ name: string; kind: 'i' | 'r'; scans: number }>(
    `select relname as name, relkind as kind, pg_stat_get_xact_numscans(oid)::int as scans
      from pg_class where relkind in ('i', 'r') and relnamespace = 'public'::regnamespace`,
  );
  return new Map(rows.map(({ name, ...scans }) => [name, scans]));
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

/** `small` is the number of an organization that has few videos. */
export async function findCast(client: Client, small = 500): Promise<Cast> {
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
  return { ...rows[0], big: await tenant('library-1'), small: await tenant(`library-${small}`) };
}

/** Every counter that differs from what its source rows say. As superuser. */
export async function countMiscounted(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`
    select count(*)::int as n from (
      select id from videos v left join (select video_id, count(*) as n from likes group by 1) l on l.video_id = v.id
        where like_count <> coalesce(l.n, 0)
      union all select id from videos v left join (
          select video_id, count(*) as n from comments where deleted_at is null group by 1) c on c.video_id = v.id
        where comment_count <> coalesce(c.n, 0)
      union all select id from channels c left join (
          select channel_id, count(*) as n from channel_members group by 1) m on m.channel_id = c.id
        where member_count <> coalesce(m.n, 0)
    ) wrong`);
  return rows[0]?.n ?? Number.NaN;
}
