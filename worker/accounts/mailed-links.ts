import type { Context } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { authDatabaseOf } from './auth-database.ts';
import { isUsedUp } from './link-plugin.ts';
import { makePendingRow, parseToken, type Pending } from './pending.ts';
import { findPending, insertPending, type FoundPending } from './pending.queries.ts';
import { sha256Hex } from './secret-token.ts';
import { actorOf, ANONYMOUS } from './viewer.ts';

/** Who looks after changes that wait: nobody is signed in yet, or need be. */
export const NOBODY = actorOf(ANONYMOUS);

/** Keeps a change until its link is clicked; gives what the link carries. */
export async function keepPending(c: Context<AppEnv>, pending: Pending, actor = NOBODY): Promise<string> {
  const { row, token } = await makePendingRow(uuidv7(), pending, Date.now());
  await insertPending(authDatabaseOf(c.env), actor, row);
  return token;
}

/** What a link stands for, without using it up. Throws NOT_FOUND for one that is none of ours, used or expired. */
export async function getPending(c: Context<AppEnv>, token: string): Promise<FoundPending> {
  const parsed = parseToken(token);
  const found = parsed && (await findPending(authDatabaseOf(c.env), NOBODY, parsed.id));
  if (!found || (await sha256Hex(parsed.secret)) !== found.secretHash) throw isUsedUp();
  return found;
}

export const linkUrl = (c: Context<AppEnv>, page: '/verify' | '/reset', token: string): string =>
  `${publicOriginOf(c)}${page}?token=${token}`;

/** Work behind the answer. What fails there is logged and changes nothing of what was answered. */
export function inBackground(c: Context<AppEnv>, work: () => Promise<unknown>): void {
  const logged = async () => {
    try {
      await work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const line = { level: 'error', source: 'accounts', requestId: c.get('requestId'), message };
      console.error(JSON.stringify(line));
    }
  };
  c.executionCtx.waitUntil(logged());
}
