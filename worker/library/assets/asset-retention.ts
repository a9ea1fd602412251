import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { forgetReleased, listReleased, purgeAssets } from './asset-retention.queries.ts';

const DAY_MS = 24 * 3600 * 1000;
const TRASH_DAYS = 30;
/** As many keys as R2 deletes at once. */
const AT_ONCE = 1000;
const MOST_ROUNDS = 20;

/**
 * Nightly: removes assets whose time in the trash is over, uploads nobody has finished within a day, and then the objects
 * that no row holds any more. Objects go before they are forgotten: interrupted, the next night goes on from there. An
 * object waits an hour, since an upload that was overtaken may still be writing it. Answers how many rows and objects went.
 */
export async function expireAssets(
  env: Pick<Env, 'MEDIA' | 'DATABASE_URL'>,
  now: Date,
): Promise<{ rows: number; objects: number }> {
  const db = createDatabase(env.DATABASE_URL);
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  const ends = { deletedBefore: ago(TRASH_DAYS * DAY_MS), unfinishedBefore: ago(DAY_MS), most: AT_ONCE };
  let [rows, objects] = [0, 0];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const purged = await purgeAssets(db, ends);
    rows += purged;
    if (purged < AT_ONCE) break;
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const released = await listReleased(db, { releasedBefore: ago(DAY_MS / 24), most: AT_ONCE });
    if (released.length === 0) break;
    const keys = released.filter(({ isShared }) => !isShared).map(({ key }) => key);
    if (keys.length > 0) await env.MEDIA.delete(keys);
    await forgetReleased(
      db,
      released.map(({ id }) => id),
    );
    objects += keys.length;
  }
  return { rows, objects };
}
