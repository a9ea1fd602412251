import { firstOf, rowsOf, type RoomSql } from './sql.ts';

/** The target of a like of the video itself. */
export const VIDEO = '';

export interface Like {
  userId: string;
  target: string;
  isLiked: boolean;
  atMs: number;
}

export const findLike = (sql: RoomSql, userId: string, target: string): Like | undefined => {
  const query = 'SELECT is_liked AS isLiked, at_ms AS atMs FROM likes WHERE user_id = ? AND target = ?';
  const row = firstOf<{ isLiked: number; atMs: number }>(sql, query, userId, target);
  return row && { userId, target, isLiked: row.isLiked === 1, atMs: row.atMs };
};

/** Of `targets`, those the user likes. */
export function listLikedTargets(sql: RoomSql, userId: string, targets: readonly string[]): string[] {
  const query = `SELECT target FROM likes
    WHERE user_id = ? AND is_liked = 1 AND target IN (SELECT value FROM json_each(?))`;
  return rowsOf<{ target: string }>(sql, query, userId, JSON.stringify(targets)).map((row) => row.target);
}

/** Reads every like: only for a room that begins anew. */
export const countLikes = (sql: RoomSql, target: string): number =>
  firstOf<{ n: number }>(sql, 'SELECT count(*) AS n FROM likes WHERE target = ? AND is_liked = 1', target)
    ?.n ?? 0;

export function writeLike(sql: RoomSql, like: Like): void {
  const { userId, target, isLiked, atMs } = like;
  sql.exec('INSERT OR REPLACE INTO likes VALUES (?, ?, ?, ?)', userId, target, isLiked ? 1 : 0, atMs);
}
