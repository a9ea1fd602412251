import type { Env } from '#worker/env.ts';

/** Tells senders that messages were written. Never throws: what a lost nudge leaves lying is found by the hour. */
export async function nudgeSenders(
  env: Pick<Env, 'WEBHOOKS'>,
  organizationIds: readonly string[],
): Promise<void> {
  await Promise.allSettled(organizationIds.map(async (id) => await env.WEBHOOKS.getByName(id).nudge(id)));
}
