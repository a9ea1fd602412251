import type { PendingOp } from './room-state.ts';
import { readShape, readUpOp } from './wire/read.ts';
import type { Shape } from './wire/shape.ts';

interface Row {
  opId: string;
  userId: string | null;
  op: unknown;
  madeAtMs: number;
}

const ROW: Shape = {
  type: 'object',
  properties: {
    opId: { type: 'string' },
    userId: { type: ['string', 'null'] },
    op: {},
    madeAtMs: { type: 'number' },
  },
  required: ['opId', 'userId', 'op', 'madeAtMs'],
};

/** What is worth saving of an op that cannot be read any more. */
const WORDS: Shape = {
  type: 'object',
  properties: { t: { const: 'comment.post' }, content: { type: 'string' } },
  required: ['t', 'content'],
};

/** An op as it lies in the browser's storage. */
export type KeptRow = PendingOp & { opId: string; videoId: string; userId: string | null };

/**
 * Reads what may have been written by another version of this page; undefined for what is not worth keeping. Words
 * whose op means nothing any more come back as long out of time, so that they are shown and not sent.
 */
export function readKept(row: unknown): { pending: PendingOp; userId: string | null } | undefined {
  const kept = readShape<Row>(ROW, row);
  if (!kept) return undefined;
  const { userId, madeAtMs, opId } = kept;
  const op = readUpOp(kept.op);
  if (op) return { userId, pending: { op, madeAtMs } };
  const words = readShape<{ t: 'comment.post'; content: string }>(WORDS, kept.op);
  if (!words?.content) return undefined;
  return { userId, pending: { op: { t: words.t, id: opId, content: words.content }, madeAtMs: 0 } };
}
