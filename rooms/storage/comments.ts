import { Drawing } from '#protocol/drawing.ts';
import { StoredComment } from '#rooms/state/comment.ts';
import { firstOf, rowsOf, type RoomSql } from './sql.ts';

/** `seq` is the event that made the comment, and its row. */
export interface CommentRow {
  seq: number;
  comment: StoredComment;
}

const read = (row: { seq: number; body: string }): CommentRow => ({
  seq: row.seq,
  comment: StoredComment.parse(JSON.parse(row.body)),
});

export function findComment(sql: RoomSql, id: string): CommentRow | undefined {
  const query =
    "SELECT c.seq, c.body FROM ops o JOIN comments c ON c.seq = o.seq WHERE o.id = ? AND o.type = 'comment.post'";
  const row = firstOf<{ seq: number; body: string }>(sql, query, id);
  return row && read(row);
}

export const listNewestComments = (sql: RoomSql, limit: number): CommentRow[] =>
  rowsOf<{ seq: number; body: string }>(
    sql,
    'SELECT seq, body FROM comments ORDER BY seq DESC LIMIT ?',
    limit,
  ).map(read);

/** Reads every comment: only for a room that begins anew. */
export const countComments = (sql: RoomSql): number =>
  firstOf<{ n: number }>(
    sql,
    "SELECT count(*) AS n FROM comments WHERE json_extract(body, '$.deletedAtMs') IS NULL",
  )?.n ?? 0;

/** Of comments deleted before a moment what was said goes, with drawings and names; that they were there stays known. */
export const forgetDeletedWords = (sql: RoomSql, beforeMs: number): void =>
  void sql.exec(
    `UPDATE comments SET body = json_set(body, '$.content', '', '$.mentionedIds', json('[]')), drawing = NULL
     WHERE json_extract(body, '$.deletedAtMs') < ? AND (json_extract(body, '$.content') <> ''
       OR json_array_length(body, '$.mentionedIds') > 0 OR drawing IS NOT NULL)`,
    beforeMs,
  );

/** What was drawn with the comment of that row. Null also in a room that began from Postgres: it stands there. */
export function findDrawing(sql: RoomSql, seq: number): Drawing | null {
  const row = firstOf<{ drawing: string | null }>(sql, 'SELECT drawing FROM comments WHERE seq = ?', seq);
  return row?.drawing ? Drawing.parse(JSON.parse(row.drawing)) : null;
}

/** The drawing of a comment that is there stays as it is. */
export function writeComment(
  sql: RoomSql,
  { seq, comment }: CommentRow,
  drawing: Drawing | null = null,
): void {
  sql.exec(
    `INSERT INTO comments (seq, body, drawing) VALUES (?, ?, ?)
     ON CONFLICT (seq) DO UPDATE SET body = excluded.body`,
    seq,
    JSON.stringify(comment),
    drawing && JSON.stringify(drawing),
  );
}
