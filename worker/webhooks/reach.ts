import type { Env } from '#worker/env.ts';
import type { Reach } from './target-guard.ts';

/** Where webhooks of this deployment may go. */
export const reachOf = (env: Pick<Env, 'WEBHOOK_LOOPBACK' | 'PUBLIC_ORIGIN'>): Reach => ({
  allowsLoopback: env.WEBHOOK_LOOPBACK === 'on',
  ownHost: env.PUBLIC_ORIGIN ? new URL(env.PUBLIC_ORIGIN).hostname : undefined,
});
