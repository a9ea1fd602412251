import { thingKey } from '#rooms/state/thing.ts';
import type { LogEntry, LogKind } from './log.ts';
import { firstOf, rowsOf, type RoomSql } from './sql.ts';

/** A log entry that Postgres refused for what it is. */
export interface ParkedEntry {
  /** Of the event that was refused first. */
  seq: number;
  kind: LogKind;
  entityId: string;
  userId: string | null;
  /** Of the latest try. */
  reason: string;
  atMs: number;
}

const SELECT =
  'SELECT seq, kind, entity_id AS entityId, user_id AS userId, reason, at_ms AS atMs FROM parked';

/** Sets an entry aside that Postgres will not have; it is never dropped. A thing is parked once, however often tried. */
export function parkEntry(sql: RoomSql, entry: LogEntry, reason: string, nowMs: number): void {
  const { seq, kind, entityId, userId } = entry;
  const known = rowsOf<ParkedEntry>(sql, `${SELECT} WHERE entity_id = ?`, entityId).find(
    (row) => thingKey(row) === thingKey(entry),
  );
  if (known) sql.exec('UPDATE parked SET reason = ? WHERE seq = ?', reason, known.seq);
  else sql.exec('INSERT INTO parked VALUES (?, ?, ?, ?, ?, ?)', seq, kind, entityId, userId, reason, nowMs);
}

/** Postgres has these things now: whatever was parked of them leaves the list. */
export function unparkWritten(sql: RoomSql, written: readonly LogEntry[]): void {
  if (countParked(sql) === 0) return;
  const keys = new Set(written.map(thingKey));
  for (const row of rowsOf<ParkedEntry>(sql, SELECT))
    if (keys.has(thingKey(row))) sql.exec('DELETE FROM parked WHERE seq = ?', row.seq);
}

export const findParked = (sql: RoomSql, seq: number): ParkedEntry | undefined =>
  firstOf(sql, `${SELECT} WHERE seq = ?`, seq);

/** Oldest first. */
export const listParked = (sql: RoomSql, page: { afterSeq: number; limit: number }): ParkedEntry[] =>
  rowsOf(sql, `${SELECT} WHERE seq > ? ORDER BY seq LIMIT ?`, page.afterSeq, page.limit);

export const countParked = (sql: RoomSql): number =>
  firstOf<{ n: number }>(sql, 'SELECT count(*) AS n FROM parked')?.n ?? 0;
