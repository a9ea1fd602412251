import { censusLine, digestOf, type CensusDatabase, type CensusRange } from './flush/census.ts';
import type { Keeper } from './keeper.ts';
import { Refusal } from './refusal.ts';
import { requeue } from './requeue.ts';
import { forgetDeletedWords } from './storage/comments.ts';
import { CENSUS_TABLES, isKnown, listCensus, type CensusRow, type CensusTable } from './storage/census.ts';

const PAGE_ROWS = 1_000;
/** How long what a deleted comment said is kept. */
const DELETED_WORDS_MS = 30 * 86_400_000;

/** Where a comparison goes on; `null` before its first page. */
export interface Place {
  table: CensusTable;
  afterKey: string;
}

/** One page of the room beside Postgres. */
export interface Compared {
  rows: number;
  /** Not in Postgres. */
  missing: number;
  /** There in an older version, or a like that was taken back. */
  older: number;
  /** There in a newer version than the room's: told, and left alone. */
  ahead: number;
  /** There, and the room has never heard of it: told, and left alone. */
  unknown: number;
  /** Of the missing and older ones, what the room writes again. */
  requeued: number;
  next: Place | null;
}

export const NOTHING_COMPARED: Compared = {
  rows: 0,
  missing: 0,
  older: 0,
  ahead: 0,
  unknown: 0,
  requeued: 0,
  next: null,
};

/**
 * Compares a page of the room with Postgres and writes again what is missing or older there (R72). A room without
 * storage has nothing to compare: it begins from Postgres.
 */
export async function comparePage(
  keeper: Pick<Keeper, 'room' | 'settle'>,
  database: CensusDatabase,
  place: Place | null,
): Promise<Compared> {
  const { room } = keeper;
  if (!room) return NOTHING_COMPARED;
  await keeper.settle();
  // As Postgres does by the same night (R72).
  if (!place) forgetDeletedWords(room.sql, room.nowMs() - DELETED_WORDS_MS);
  const { table, afterKey } = place ?? { table: 'comments', afterKey: '' };
  const rows = listCensus(room.sql, table, afterKey, PAGE_ROWS);
  const lastKey = rows.length < PAGE_ROWS ? null : (rows.at(-1)?.key ?? null);
  const range: CensusRange = { videoId: room.facts.videoId, table, afterKey, upToKey: lastKey };
  const next = lastKey !== null ? { table, afterKey: lastKey } : afterTable(table);
  const digest = await digestOf(
    rows.filter(({ version }) => version > 0).map(({ key, version }) => censusLine(key, version)),
  );
  const stored = await database.differing(range, digest);
  if (!stored) return { ...NOTHING_COMPARED, rows: rows.length, next };
  const found = judge(rows, stored);
  const missing = await withoutDeparted(database, found.missing);
  const unknown = found.strangers.filter((key) => !isKnown(room.sql, table, key)).length;
  if (keeper.room !== room) throw new Refusal('NOT_FOUND', 'This video has been deleted.');
  const requeued = requeue(
    room,
    [...missing, ...found.older].map(({ thing }) => thing),
  );
  if (requeued > 0) await keeper.settle();
  const { ahead, older } = found;
  return { rows: rows.length, missing: missing.length, older: older.length, ahead, unknown, requeued, next };
}

function afterTable(table: CensusTable): Place | null {
  const next = CENSUS_TABLES[CENSUS_TABLES.indexOf(table) + 1];
  return next ? { table: next, afterKey: '' } : null;
}

function judge(rows: readonly CensusRow[], stored: ReadonlyMap<string, number>) {
  const versionOf = ({ key }: CensusRow): number | undefined => stored.get(key);
  const isOlder = (row: CensusRow, version: number): boolean => row.version === 0 || version < row.version;
  const known = new Set(rows.map(({ key }) => key));
  const there = rows.flatMap((row) => {
    const version = versionOf(row);
    return version === undefined ? [] : [{ row, version }];
  });
  return {
    // What is gone on both sides needs no repair.
    missing: rows.filter((row) => versionOf(row) === undefined && !row.isGone),
    older: there.filter(({ row, version }) => isOlder(row, version)).map(({ row }) => row),
    ahead: there.filter(({ row, version }) => row.version > 0 && version > row.version).length,
    strangers: [...stored.keys()].filter((key) => !known.has(key)),
  };
}

/** Likes of accounts that are gone are not kept in Postgres; comments are, without their author. */
async function withoutDeparted(database: CensusDatabase, rows: readonly CensusRow[]): Promise<CensusRow[]> {
  const userIds = [...new Set(rows.flatMap(({ thing }) => thing.userId ?? []))];
  if (userIds.length === 0) return [...rows];
  const present = await database.presentUsers(userIds);
  return rows.filter(({ thing }) => thing.userId === null || present.has(thing.userId));
}
