import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';

/** What a deployment or a crash takes; behind an answer there are 30 s. */
const LATER_AFTER_MS = [1_000, 4_000, 16_000];

/** Who asked, and where what is left to do goes on. */
export type Asking = Pick<Context<AppEnv>, 'env' | 'executionCtx'>;

/** Does it now, or else behind the answer, again and again. Never throws: the change that asks for it stands. */
export const forSure = (c: Asking, act: () => Promise<unknown>, what: object): Promise<void> =>
  act().then(
    () => undefined,
    () => c.executionCtx.waitUntil(doLater(act, what)),
  );

async function doLater(act: () => Promise<unknown>, what: object): Promise<void> {
  for (const delayMs of LATER_AFTER_MS) {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    try {
      return void (await act());
    } catch (error) {
      console.error(JSON.stringify({ level: 'error', where: 'revoke', ...what, error: String(error) }));
    }
  }
}
