import type { Thing } from '#rooms/state/thing.ts';
import { findComment } from './comments.ts';
import { findLike } from './likes.ts';
import type { LogKind } from './log.ts';
import { rowsOf, type RoomSql } from './sql.ts';

/** What is counted: comments by id, likes by user and target. */
export type CensusTable = 'comments' | 'likes';

export interface CensusRow {
  /** Sorts as text, in Postgres too. */
  key: string;
  /** 0 for a like taken back: Postgres should have none. */
  version: number;
  /** A deleted comment, which retention may have removed from Postgres for good, or a like taken back. */
  isGone: boolean;
  thing: Thing & { kind: LogKind };
}

const ID_LENGTH = 36;

export const listCensus = (sql: RoomSql, table: CensusTable, afterKey: string, limit: number): CensusRow[] =>
  table === 'comments' ? listComments(sql, afterKey, limit) : listLikes(sql, afterKey, limit);

/** Whether the room has heard of it, whatever became of it. */
export function isKnown(sql: RoomSql, table: CensusTable, key: string): boolean {
  if (table === 'comments') return findComment(sql, key) !== undefined;
  return findLike(sql, ...splitLikeKey(key)) !== undefined;
}

function listComments(sql: RoomSql, afterKey: string, limit: number): CensusRow[] {
  const rows = rowsOf<{ id: string; version: number; isGone: number }>(
    sql,
    `SELECT o.id, json_extract(c.body, '$.version') AS version,
       json_extract(c.body, '$.deletedAtMs') IS NOT NULL AS isGone
     FROM ops o JOIN comments c ON c.seq = o.seq
     WHERE o.id > ? AND o.type = 'comment.post' ORDER BY o.id LIMIT ?`,
    afterKey,
    limit,
  );
  return rows.map(({ id, version, isGone }) => ({
    key: id,
    version,
    isGone: isGone === 1,
    thing: { kind: 'comment.edit', entityId: id, userId: null },
  }));
}

function listLikes(sql: RoomSql, afterKey: string, limit: number): CensusRow[] {
  const rows = rowsOf<{ userId: string; target: string; isLiked: number }>(
    sql,
    `SELECT user_id AS userId, target, is_liked AS isLiked FROM likes
     WHERE (user_id, target) > (?, ?) ORDER BY user_id, target LIMIT ?`,
    ...splitLikeKey(afterKey),
    limit,
  );
  return rows.map(({ userId, target, isLiked }) => ({
    key: `${userId}:${target}`,
    version: isLiked,
    isGone: isLiked === 0,
    thing: { kind: 'like', entityId: target, userId },
  }));
}

const splitLikeKey = (key: string): [userId: string, target: string] => [
  key.slice(0, ID_LENGTH),
  key.slice(ID_LENGTH + 1),
];
