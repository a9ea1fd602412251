import type { Progress } from '#protocol/progress.ts';
import { firstOf, type RoomSql } from './sql.ts';

export interface StoredProgress extends Progress {
  userId: string;
  atMs: number;
}

export function findProgress(sql: RoomSql, userId: string): StoredProgress | undefined {
  const row = firstOf<{ positionSeconds: number; isCompleted: number; atMs: number }>(
    sql,
    `SELECT position_seconds AS positionSeconds, is_completed AS isCompleted, at_ms AS atMs
     FROM progress WHERE user_id = ?`,
    userId,
  );
  return row && { ...row, userId, isCompleted: row.isCompleted === 1 };
}

export function writeProgress(sql: RoomSql, progress: StoredProgress): void {
  const { userId, positionSeconds, isCompleted, atMs } = progress;
  sql.exec(
    'INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?)',
    userId,
    positionSeconds,
    isCompleted ? 1 : 0,
    atMs,
  );
}
