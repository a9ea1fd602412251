import { Ack } from '#protocol/ack.ts';
import { firstOf, type RoomSql } from './sql.ts';

export interface StoredOp {
  type: string;
  userId: string | null;
  seq: number;
  /** Null for a comment read back from Postgres, whose first answer is gone. */
  answer: Ack | null;
}

export function findOp(sql: RoomSql, id: string): StoredOp | undefined {
  const query = 'SELECT type, user_id AS userId, seq, answer FROM ops WHERE id = ?';
  const row = firstOf<Omit<StoredOp, 'answer'> & { answer: string | null }>(sql, query, id);
  return row && { ...row, answer: row.answer === null ? null : Ack.parse(JSON.parse(row.answer)) };
}

export function rememberOp(sql: RoomSql, id: string, op: StoredOp): void {
  const answer = op.answer === null ? null : JSON.stringify(op.answer);
  sql.exec('INSERT INTO ops VALUES (?, ?, ?, ?, ?)', id, op.type, op.userId, op.seq, answer);
}
