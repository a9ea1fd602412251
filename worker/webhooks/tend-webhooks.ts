import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { nudgeSenders } from './nudge.ts';
import { listOverdue, purgeMessages } from './tend.queries.ts';

const OVERDUE_MS = 5 * 60_000;
const KEPT_MS = 30 * 24 * 60 * 60_000;
const ORGANIZATIONS_AT_MOST = 500;
const MESSAGES_AT_MOST = 5_000;

/** Finds what a lost nudge left lying, and removes messages older than 30 days. */
export async function tendWebhooks(env: Env, now: Date): Promise<{ nudged: number; purged: number }> {
  const db = createDatabase(env.DATABASE_URL);
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  const overdue = await listOverdue(db, before(OVERDUE_MS), ORGANIZATIONS_AT_MOST);
  await nudgeSenders(env, overdue);
  return { nudged: overdue.length, purged: await purgeMessages(db, before(KEPT_MS), MESSAGES_AT_MOST) };
}
