import { LIMITS } from '#protocol/limits.ts';
import { rowsOf, type RoomSql } from './sql.ts';

export const REVOCATIONS_TABLE =
  'CREATE TABLE IF NOT EXISTS revocations (id INTEGER PRIMARY KEY, filter TEXT NOT NULL, at_ms INTEGER NOT NULL)';

/** How far ahead of the room's clock one may be that stamps tickets. */
const CLOCKS_APART_MS = 2_000;

/** Remembers whose right was taken away for as long as a ticket may be out; also in a room that was never opened. */
export function noteRevocation(sql: RoomSql, filter: object, nowMs: number): void {
  sql.exec(REVOCATIONS_TABLE);
  sql.exec('DELETE FROM revocations WHERE at_ms < ?', nowMs - LIMITS.ticketMs - CLOCKS_APART_MS);
  sql.exec('INSERT INTO revocations (filter, at_ms) VALUES (?, ?)', JSON.stringify(filter), nowMs);
}

/** Whose right was taken away when a ticket issued at this moment was out, or may have been. */
export const listRevocations = <Filter>(sql: RoomSql, issuedAtMs: number): Filter[] =>
  rowsOf<{ filter: string }>(
    sql,
    'SELECT filter FROM revocations WHERE at_ms >= ?',
    issuedAtMs - CLOCKS_APART_MS,
  ).map(({ filter }) => JSON.parse(filter) as Filter);
