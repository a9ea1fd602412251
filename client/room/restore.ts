import type { OutboxStore } from './outbox-store.ts';
import type { PendingOp } from './room-state.ts';

/** Some browsers' storage hangs now and then; nobody waits for it longer. */
const LONGEST_WAIT_MS = 1_000;

/**
 * Reads what an earlier page, or another tab, could not deliver in this person's name. It is older than anything said
 * here, so nothing is sent before `take` is called: with what was kept, or with nothing and again when it comes late.
 */
export async function restore(
  store: OutboxStore,
  userId: string | null,
  take: (kept: readonly PendingOp[]) => void,
): Promise<void> {
  const impatience = setTimeout(() => take([]), LONGEST_WAIT_MS);
  const kept = await store.load(userId).catch(() => []);
  clearTimeout(impatience);
  take(kept);
}
