import type { LogEntry } from './log.ts';
import { firstOf, type RoomSql } from './sql.ts';

/** Sets an entry aside that Postgres will not have; it is never dropped. */
export function parkEntry(sql: RoomSql, entry: LogEntry, reason: string, nowMs: number): void {
  const { seq, kind, entityId, userId } = entry;
  sql.exec(
    'INSERT OR REPLACE INTO parked VALUES (?, ?, ?, ?, ?, ?)',
    seq,
    kind,
    entityId,
    userId,
    reason,
    nowMs,
  );
}

export const countParked = (sql: RoomSql): number =>
  firstOf<{ n: number }>(sql, 'SELECT count(*) AS n FROM parked')?.n ?? 0;
