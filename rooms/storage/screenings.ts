import { StoredScreening } from '#rooms/state/screening.ts';
import { firstOf, rowsOf, type RoomSql } from './sql.ts';

const read = (row: { body: string }): StoredScreening => StoredScreening.parse(JSON.parse(row.body));

export function findScreening(sql: RoomSql, id: string): StoredScreening | undefined {
  const row = firstOf<{ body: string }>(sql, 'SELECT body FROM screenings WHERE id = ?', id);
  return row && read(row);
}

/** Those that go on, newest first (their ids sort by time). */
export const listScreenings = (sql: RoomSql): StoredScreening[] =>
  rowsOf<{ body: string }>(sql, 'SELECT body FROM screenings WHERE ended = 0 ORDER BY id DESC').map(read);

export function writeScreening(sql: RoomSql, screening: StoredScreening): void {
  const ended = screening.endedAtMs === null ? 0 : 1;
  sql.exec(
    'INSERT OR REPLACE INTO screenings VALUES (?, ?, ?)',
    screening.id,
    ended,
    JSON.stringify(screening),
  );
}
