import { firstOf, rowsOf, type RoomSql } from './sql.ts';

/** What an entry is about; `none` only remembers that its op was answered. */
export type LogKind =
  | 'comment.post'
  | 'comment.edit'
  | 'comment.delete'
  | 'comment.resolve'
  | 'like'
  | 'reaction'
  | 'progress'
  | 'screening'
  | 'attendance'
  | 'playback'
  | 'none';

export interface LogEntry {
  seq: number;
  opId: string;
  kind: LogKind;
  /** The comment, the like's target ("" for the video, as for progress), the reaction's moment or the screening. */
  entityId: string;
  userId: string | null;
  atMs: number;
}

const COLUMNS = 'seq, op_id AS opId, kind, entity_id AS entityId, user_id AS userId, at_ms AS atMs';

export function appendLog(sql: RoomSql, entry: LogEntry): void {
  const { seq, opId, kind, entityId, userId, atMs } = entry;
  sql.exec('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)', seq, opId, kind, entityId, userId, atMs);
}

/** Entries after `seq`, oldest first. */
export const listLogAfter = (sql: RoomSql, seq: number, limit: number): LogEntry[] =>
  rowsOf(sql, `SELECT ${COLUMNS} FROM log WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit);

/** What that entry was about; undefined once it is dropped. */
export const findLogEntry = (sql: RoomSql, seq: number): LogEntry | undefined =>
  firstOf(sql, `SELECT ${COLUMNS} FROM log WHERE seq = ?`, seq);

/** When anything was done last. */
export const findLastLoggedMs = (sql: RoomSql): number | undefined =>
  firstOf<{ atMs: number }>(sql, 'SELECT at_ms AS atMs FROM log ORDER BY seq DESC LIMIT 1')?.atMs;

/** Whether a comment, or a like of one, has changed after `seq`. */
export const haveCommentsChanged = (sql: RoomSql, seq: number): boolean =>
  firstOf(
    sql,
    "SELECT 1 FROM log WHERE seq > ? AND (kind LIKE 'comment.%' OR kind = 'like') LIMIT 1",
    seq,
  ) !== undefined;

/** The oldest and newest entry's seq; undefined while the log is empty. */
export function findLogBounds(sql: RoomSql): { first: number; last: number } | undefined {
  const first = firstOf<{ seq: number }>(sql, 'SELECT seq FROM log ORDER BY seq LIMIT 1');
  const last = firstOf<{ seq: number }>(sql, 'SELECT seq FROM log ORDER BY seq DESC LIMIT 1');
  return first && last ? { first: first.seq, last: last.seq } : undefined;
}

/** How many of the video's comments appeared and vanished in (`after`, `upTo`]. */
export function countCommentsBetween(sql: RoomSql, after: number, upTo: number): number {
  const query = `SELECT coalesce(sum(CASE kind WHEN 'comment.post' THEN 1 WHEN 'comment.delete' THEN -1 ELSE 0 END), 0) AS n
    FROM log WHERE seq > ? AND seq <= ?`;
  return firstOf<{ n: number }>(sql, query, after, upTo)?.n ?? 0;
}

/** Drops at most `limit` of the oldest entries up to `upToSeq` and `beforeMs`, and the answers kept for them. */
export function pruneLog(sql: RoomSql, bounds: { upToSeq: number; beforeMs: number; limit: number }): number {
  // Asked after every flush: where not even the oldest may go, the log is not searched for one that may.
  const oldest = firstOf<{ atMs: number }>(sql, 'SELECT at_ms AS atMs FROM log ORDER BY seq LIMIT 1');
  if (!oldest || oldest.atMs >= bounds.beforeMs) return 0;
  const old = rowsOf<{ seq: number }>(
    sql,
    'SELECT seq FROM log WHERE seq <= ? AND at_ms < ? ORDER BY seq LIMIT ?',
    bounds.upToSeq,
    bounds.beforeMs,
    bounds.limit,
  );
  const last = old.at(-1)?.seq;
  if (last === undefined) return 0;
  sql.exec(
    "DELETE FROM ops WHERE id IN (SELECT op_id FROM log WHERE seq <= ? AND kind <> 'comment.post')",
    last,
  );
  sql.exec('DELETE FROM log WHERE seq <= ?', last);
  return old.length;
}
