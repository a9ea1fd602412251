import type { PendingOp } from './room-state.ts';

/** Where unacknowledged ops outlive the page. */
export interface OutboxStore {
  load(): Promise<PendingOp[]>;
  put(pending: PendingOp): Promise<void>;
  remove(opId: string): Promise<void>;
}

/** Outlives nothing: for tests, and where the browser gives no storage. */
export function createMemoryOutboxStore(): OutboxStore {
  const kept = new Map<string, PendingOp>();
  return {
    load: async () => [...kept.values()],
    put: async (pending) => void kept.set(pending.op.id, pending),
    remove: async (opId) => void kept.delete(opId),
  };
}
