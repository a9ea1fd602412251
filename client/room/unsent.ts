import type { UpOp } from '#protocol/up.ts';
import { isLasting } from './outbox.ts';
import { RoomRefusal } from './room-refusal.ts';
import type { PendingOp, RoomState } from './room-state.ts';

/** Somebody's words. */
export type WordsOp = Extract<UpOp, { t: 'comment.post' | 'comment.edit' }>;

/** Words of an earlier page that did not get through, and why. Kept until their author has decided. */
export interface UnsentOp extends PendingOp {
  op: WordsOp;
  reason: string;
}

/** Why an op that has run out of time was not done. */
export const tooLate = (op: UpOp): RoomRefusal =>
  new RoomRefusal(
    'UNAVAILABLE',
    isLasting(op) ? 'This could not be sent in a day.' : 'The room could not be reached in time.',
  );

/** The words of an op nobody on this page waits for, so that nobody else would show them; null where there are none. */
export function unsentOf({ pending }: RoomState, opId: string, { message }: RoomRefusal): UnsentOp | null {
  const one = pending.find(({ op }) => op.id === opId);
  if (one?.op.t !== 'comment.post' && one?.op.t !== 'comment.edit') return null;
  return { op: one.op, madeAtMs: one.madeAtMs, reason: message };
}

export const withUnsent = (state: RoomState, unsent: UnsentOp): RoomState => ({
  ...state,
  unsent: [...state.unsent.filter(({ op }) => op.id !== unsent.op.id), unsent],
});

export const withoutUnsent = (state: RoomState, opId: string): RoomState =>
  state.unsent.some(({ op }) => op.id === opId)
    ? { ...state, unsent: state.unsent.filter(({ op }) => op.id !== opId) }
    : state;
