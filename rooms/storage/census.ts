import { momentKey, parseMomentKey } from '#rooms/state/reaction.ts';
import type { Thing } from '#rooms/state/thing.ts';
import { findComment } from './comments.ts';
import { findLike } from './likes.ts';
import type { LogKind } from './log.ts';
import { countReactions, listReactionsAfter } from './reactions.ts';
import { rowsOf, type RoomSql } from './sql.ts';

/** What is counted, in this order: comments by id, likes by user and target, reactions by second and emoji. */
export const CENSUS_TABLES = ['comments', 'likes', 'reactions'] as const;
export type CensusTable = (typeof CENSUS_TABLES)[number];

export interface CensusRow {
  /** Sorts as text, in Postgres too. */
  key: string;
  /** Of reactions the count; 0 for a like taken back: Postgres should have none. */
  version: number;
  /** A deleted comment, which retention may have removed from Postgres for good, or a like taken back. */
  isGone: boolean;
  thing: Thing & { kind: LogKind };
}

const ID_LENGTH = 36;

const LISTS: Record<CensusTable, (sql: RoomSql, afterKey: string, limit: number) => CensusRow[]> = {
  comments: listComments,
  likes: listLikes,
  reactions: listReactions,
};

export const listCensus = (sql: RoomSql, table: CensusTable, afterKey: string, limit: number): CensusRow[] =>
  LISTS[table](sql, afterKey, limit);

/** Whether the room has heard of it, whatever became of it. */
export function isKnown(sql: RoomSql, table: CensusTable, key: string): boolean {
  if (table === 'comments') return findComment(sql, key) !== undefined;
  if (table === 'reactions') return isCounted(sql, splitReactionKey(key));
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

/** Seconds have six digits at most (LIMITS.mediaSeconds): written with all of them they sort as text, too. */
const SECOND_LENGTH = 6;

function listReactions(sql: RoomSql, afterKey: string, limit: number): CensusRow[] {
  return listReactionsAfter(sql, splitReactionKey(afterKey), limit).map(({ second, emoji, count }) => ({
    key: `${String(second).padStart(SECOND_LENGTH, '0')} ${emoji}`,
    version: count,
    isGone: false,
    thing: { kind: 'reaction', entityId: momentKey({ second, emoji }), userId: null },
  }));
}

const splitReactionKey = (key: string): { second: number; emoji: string } => ({
  second: Number(key.slice(0, SECOND_LENGTH)),
  emoji: key.slice(SECOND_LENGTH + 1),
});

function isCounted(sql: RoomSql, { second, emoji }: { second: number; emoji: string }): boolean {
  const at = parseMomentKey(`${second} ${emoji}`);
  return at !== undefined && countReactions(sql, at) > 0;
}
