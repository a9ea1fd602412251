import { z } from 'zod';
import { UpOp } from '#protocol/up.ts';
import type { PendingOp } from './room-state.ts';

const Row = z.object({
  opId: z.string(),
  videoId: z.string(),
  userId: z.string().nullable(),
  op: z.unknown(),
  madeAtMs: z.number(),
});

/** What is worth saving of an op that cannot be read any more. */
const Words = z.object({ t: z.literal('comment.post'), content: z.string().min(1) });

/** An op as it lies in the browser's storage. */
export type KeptRow = PendingOp & { opId: string; videoId: string; userId: string | null };

/**
 * Reads what may have been written by another version of this page; undefined for what is not worth keeping. Words
 * whose op means nothing any more come back as long out of time, so that they are shown and not sent.
 */
export function readKept(row: unknown): { pending: PendingOp; userId: string | null } | undefined {
  const { data: kept } = Row.safeParse(row);
  if (!kept) return undefined;
  const { userId, madeAtMs, opId } = kept;
  const { data: op } = UpOp.safeParse(kept.op);
  if (op) return { userId, pending: { op, madeAtMs } };
  const { data: words } = Words.safeParse(kept.op);
  if (!words) return undefined;
  return { userId, pending: { op: { t: words.t, id: opId, content: words.content }, madeAtMs: 0 } };
}
