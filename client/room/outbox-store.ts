import type { PendingOp } from './room-state.ts';

/** Where unacknowledged ops outlive the page. Kept by account: nobody's words are sent under another's name. */
export interface OutboxStore {
  load(userId: string | null): Promise<PendingOp[]>;
  put(pending: PendingOp, userId: string | null): Promise<void>;
  remove(opId: string): Promise<void>;
}

/** Outlives nothing: for tests, and where the browser gives no storage. */
export function createMemoryOutboxStore(): OutboxStore {
  const kept = new Map<string, { pending: PendingOp; userId: string | null }>();
  return {
    load: async (userId) =>
      [...kept.values()].filter((one) => one.userId === userId).map((one) => one.pending),
    put: async (pending, userId) => void kept.set(pending.op.id, { pending, userId }),
    remove: async (opId) => void kept.delete(opId),
  };
}
