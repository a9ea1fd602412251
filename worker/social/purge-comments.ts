import { createDatabase } from '#worker/db/client.ts';
import { purgeDeletedComments } from './purge-comments.queries.ts';

const AT_ONCE = 5_000;
const MOST_ROUNDS = 20;

/** Nightly: what was said in comments that were deleted 30 days ago. The rooms forget theirs as they are compared. */
export async function purgeComments(env: { DATABASE_URL: string }): Promise<{ comments: number }> {
  const db = createDatabase(env.DATABASE_URL);
  let comments = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const purged = await purgeDeletedComments(db, AT_ONCE);
    comments += purged;
    if (purged < AT_ONCE) break;
  }
  return { comments };
}
