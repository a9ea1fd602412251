import { countCommentsBetween, findLogBounds } from './log.ts';
import { firstOf, type RoomSql } from './sql.ts';

/** What a room knows of itself, held in memory while it is awake. */
export interface Facts {
  readonly videoId: string;
  epoch: number;
  /** Of the newest committed event. */
  seq: number;
  /** Up to here Postgres has everything. */
  flushedSeq: number;
  /** Flushes that failed in a row. */
  failures: number;
  durationSeconds: number | null;
  likeCount: number;
  commentCount: number;
}

interface MetaRow extends Facts {
  baseSeq: number;
}

const SELECT = `SELECT video_id AS videoId, epoch, base_seq AS baseSeq, flushed_seq AS flushedSeq, failures,
  duration_seconds AS durationSeconds, like_count AS likeCount, comment_count AS commentCount FROM meta`;

/** Undefined in a room that has never been opened, or has lost its storage. */
export function findFacts(sql: RoomSql): Facts | undefined {
  const row = firstOf<MetaRow>(sql, SELECT);
  if (!row) return undefined;
  const { baseSeq, ...facts } = row;
  const seq = Math.max(baseSeq, findLogBounds(sql)?.last ?? 0);
  // The stored count is the one at the watermark (a row less per comment); the unflushed end is added here.
  const commentCount = row.commentCount + countCommentsBetween(sql, row.flushedSeq, seq);
  return { ...facts, seq, commentCount };
}

/** Lays down a room's beginning, or its new epoch: everything up to `seq` came from Postgres. */
export function writeFacts(sql: RoomSql, facts: Facts): void {
  sql.exec(
    'INSERT OR REPLACE INTO meta VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)',
    facts.videoId,
    facts.epoch,
    facts.seq,
    facts.flushedSeq,
    facts.failures,
    facts.durationSeconds,
    facts.likeCount,
    facts.commentCount,
  );
}

export function writeFlushed(sql: RoomSql, flushedSeq: number): void {
  const before = firstOf<{ flushedSeq: number }>(sql, 'SELECT flushed_seq AS flushedSeq FROM meta');
  const delta = countCommentsBetween(sql, before?.flushedSeq ?? 0, flushedSeq);
  sql.exec(
    'UPDATE meta SET flushed_seq = ?, failures = 0, comment_count = comment_count + ?',
    flushedSeq,
    delta,
  );
}

export const writeFailures = (sql: RoomSql, failures: number): void =>
  void sql.exec('UPDATE meta SET failures = ?', failures);

export const writeLikeCount = (sql: RoomSql, likeCount: number): void =>
  void sql.exec('UPDATE meta SET like_count = ?', likeCount);

export const writeDuration = (sql: RoomSql, durationSeconds: number): void =>
  void sql.exec('UPDATE meta SET duration_seconds = ?', durationSeconds);

/** A room opened before its video was indexed hears of the length from a ticket or a flush. */
export function learnDuration(sql: RoomSql, facts: Facts, durationSeconds: number | null): void {
  if (durationSeconds === null || durationSeconds === facts.durationSeconds) return;
  writeDuration(sql, durationSeconds);
  facts.durationSeconds = durationSeconds;
}
