import { inject } from 'vitest';
import type { Stack, StackOptions } from '../../worker/local/stack.ts';
import { makeTempFolder } from './temp-folder.ts';

/**
 * The run's shared product: every test makes its own users and videos on it and minds nobody else's.
 * Only in `*.stack.test.ts` and `*.browser.test.ts`.
 */
export const sharedStack = (): { origin: string; superuserUrl: string } => ({
  origin: inject('stackOrigin'),
  superuserUrl: inject('stackSuperuserUrl'),
});

/** A product of the test's own, for those that break or restart things. `stop()` also removes its data. */
export async function startOwnStack(options: Partial<StackOptions> = {}): Promise<Stack> {
  // Only who starts one loads Miniflare, which takes a second.
  const { startStack } = await import('../../worker/local/stack.ts');
  const { folder, remove } = makeTempFolder();
  const stack = await startStack({ dataDir: folder, durable: false, quiet: true, ...options });
  const stop = async (): Promise<void> => {
    await stack.stop();
    remove();
  };
  return { ...stack, stop };
}
