import { z } from 'zod';
import type { CensusTable } from '#rooms/storage/census.ts';
import { runAsRoom } from './postgres.ts';
import type { Statement } from './statement.ts';

/** Part of a table, by key: after one, up to another or to the end. */
export interface CensusRange {
  videoId: string;
  table: CensusTable;
  afterKey: string;
  upToKey: string | null;
}

/** More than a page, should Postgres hold what the room does not know of. */
const ROWS_ANSWERED = 5_000;

const Entries = z.array(z.tuple([z.string(), z.number()])).nullable();

/** What Postgres has, asked for by digest: rows travel only where the two disagree. */
export interface CensusDatabase {
  /** Undefined when Postgres has just what the digest says; otherwise each key's version. */
  differing(range: CensusRange, digest: string): Promise<Map<string, number> | undefined>;
  /** Of these accounts, those that are there. */
  presentUsers(userIds: readonly string[]): Promise<Set<string>>;
}

export const createCensusDatabase = (url: string): CensusDatabase => ({
  differing: async (range, digest) => {
    const rows = await runAsRoom(url, entriesUnless(range, digest));
    const entries = Entries.parse(rows[0]?.['entries'] ?? null);
    return entries === null ? undefined : new Map(entries);
  },
  presentUsers: async (userIds) => {
    const rows = await runAsRoom(url, {
      text: `select coalesce(jsonb_agg(u.id), '[]') as ids from users u
        where u.id in (select value::uuid from jsonb_array_elements_text($1::jsonb))`,
      parameters: [JSON.stringify(userIds)],
    });
    return new Set(z.array(z.string()).parse(rows[0]?.['ids']));
  },
});

/** The lines a digest is made of, sorted by key. */
export const censusLine = (key: string, version: number): string => `${key}:${version}`;

/** SHA-256 in hex, as Postgres writes it. */
export async function digestOf(lines: readonly string[]): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines.join(','))),
  );
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const SOURCES: Record<CensusTable, string> = {
  comments: 'select id::text collate "C" as key, version from comments where video_id = $1',
  likes: `select (user_id::text || ':' || coalesce(comment_id::text, '')) collate "C" as key, 1 as version from likes
    where video_id = $1 or comment_id in (select id from comments where video_id = $1)`,
  reactions: `select (lpad(second::text, 6, '0') || ' ' || emoji::text) collate "C" as key, count as version
    from reactions where video_id = $1`,
};

const entriesUnless = ({ videoId, table, afterKey, upToKey }: CensusRange, digest: string): Statement => ({
  text: `with found as (
      select key, version from (${SOURCES[table]}) source
      where key > $2 and ($3::text is null or key <= $3) order by key limit ${ROWS_ANSWERED})
    select case
      when encode(sha256(convert_to(coalesce(string_agg(key || ':' || version, ',' order by key), ''), 'UTF8')), 'hex')
        = $4 then null
      else coalesce(jsonb_agg(jsonb_build_array(key, version)), '[]') end as entries
    from found`,
  parameters: [videoId, afterKey, upToKey, digest],
});
