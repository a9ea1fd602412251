import { z } from 'zod';
import { Ack, AckResult } from '#protocol/ack.ts';
import { CommentView } from '#protocol/comment.ts';
import { Control } from '#protocol/control.ts';
import { Playback } from '#protocol/playback.ts';
import { ScreeningSummary } from '#protocol/screening.ts';
import { firstOf, type RoomSql } from './sql.ts';

export interface StoredOp {
  type: string;
  userId: string | null;
  seq: number;
  /** Null for a comment read back from Postgres, whose first answer is gone. */
  answer: Ack | null;
}

/** An answer as earlier versions have stored it, too: a field that came later has a default. */
const StoredAck = Ack.extend({
  result: z.union([
    z.object({
      kind: z.literal('comment'),
      comment: CommentView.extend({
        hasDrawing: CommentView.shape.hasDrawing.default(false),
        resolvedAt: CommentView.shape.resolvedAt.default(null),
        resolvedByName: CommentView.shape.resolvedByName.default(null),
      }),
    }),
    z.object({
      kind: z.literal('screening'),
      screening: ScreeningSummary.extend({
        hostConnectionId: ScreeningSummary.shape.hostConnectionId.default(null),
        isHostHere: ScreeningSummary.shape.isHostHere.default(false),
      }),
      playback: Playback,
      control: Control.nullish(),
    }),
    AckResult,
  ]),
});

export function findOp(sql: RoomSql, id: string): StoredOp | undefined {
  const query = 'SELECT type, user_id AS userId, seq, answer FROM ops WHERE id = ?';
  const row = firstOf<Omit<StoredOp, 'answer'> & { answer: string | null }>(sql, query, id);
  return row && { ...row, answer: row.answer === null ? null : StoredAck.parse(JSON.parse(row.answer)) };
}

export function rememberOp(sql: RoomSql, id: string, op: StoredOp): void {
  const answer = op.answer === null ? null : JSON.stringify(op.answer);
  sql.exec('INSERT INTO ops VALUES (?, ?, ?, ?, ?)', id, op.type, op.userId, op.seq, answer);
}
