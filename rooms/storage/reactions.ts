import type { ReactionCount } from '#protocol/reaction.ts';
import type { ReactionMoment } from '#rooms/state/reaction.ts';
import { firstOf, rowsOf, type RoomSql } from './sql.ts';

/** How often, in all; 0 for never. */
export const countReactions = (sql: RoomSql, { second, emoji }: ReactionMoment): number =>
  firstOf<{ count: number }>(sql, 'SELECT count FROM reactions WHERE second = ? AND emoji = ?', second, emoji)
    ?.count ?? 0;

export function writeReactions(sql: RoomSql, { second, emoji, count }: ReactionCount): void {
  sql.exec('INSERT OR REPLACE INTO reactions VALUES (?, ?, ?)', second, emoji, count);
}

/** Counts from elsewhere; where both know a moment, the greater stands. */
export function raiseReactions(sql: RoomSql, counts: readonly ReactionCount[]): void {
  const rows = JSON.stringify(counts.map(({ second, emoji, count }) => [second, emoji, count]));
  sql.exec(
    `INSERT INTO reactions
     SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?)
     WHERE true
     ON CONFLICT (second, emoji) DO UPDATE SET count = max(count, excluded.count)`,
    rows,
  );
}

/** In order of second and emoji, after a place in that order. */
export const listReactionsAfter = (
  sql: RoomSql,
  after: { second: number; emoji: string },
  limit: number,
): ReactionCount[] =>
  rowsOf(
    sql,
    'SELECT second, emoji, count FROM reactions WHERE (second, emoji) > (?, ?) ORDER BY second, emoji LIMIT ?',
    after.second,
    after.emoji,
    limit,
  );
