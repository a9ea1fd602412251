import { LIMITS } from '#protocol/limits.ts';
import { rowsOf, type RoomSql } from './sql.ts';

export const REVOCATIONS_TABLE =
  'CREATE TABLE IF NOT EXISTS revocations (id INTEGER PRIMARY KEY, filter TEXT NOT NULL, at_ms INTEGER NOT NULL)';

/** Remembers whose right was taken away for as long as a ticket may be out; also in a room that was never opened. */
export function noteRevocation(sql: RoomSql, filter: object, nowMs: number): void {
  sql.exec(REVOCATIONS_TABLE);
  sql.exec('DELETE FROM revocations WHERE at_ms < ?', nowMs - LIMITS.ticketMs);
  sql.exec('INSERT INTO revocations (filter, at_ms) VALUES (?, ?)', JSON.stringify(filter), nowMs);
}

/** Whose right was taken away at that moment or later. */
export const listRevocations = <Filter>(sql: RoomSql, sinceMs: number): Filter[] =>
  rowsOf<{ filter: string }>(sql, 'SELECT filter FROM revocations WHERE at_ms >= ?', sinceMs).map(
    ({ filter }) => JSON.parse(filter) as Filter,
  );
