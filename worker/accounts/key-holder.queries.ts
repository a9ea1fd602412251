import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { apiKeys } from '#tables/rights.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { Scope } from '#worker/http/scope.ts';

/** Who holds a key, and what it opens. */
export type KeyHolder = {
  keyId: string;
  userId: string;
  name: string;
  scopes: Scope[];
  /** Its last use was noted less than a minute ago. */
  isNoted: boolean;
};

/** The living key of this hash: neither revoked nor expired, of an account that is active. */
export async function findKeyHolder(db: Database, keyHash: string): Promise<KeyHolder | undefined> {
  const [{ rows }] = await runAs(
    db,
    { role: 'anonymous', userId: null },
    (db) =>
      [
        db.execute<KeyHolder>(sql`
          select key_id as "keyId", user_id as "userId", name, scopes, is_noted as "isNoted"
          from app.find_key_holder(${keyHash})`),
      ] as const,
  );
  return rows[0];
}

/** Notes that a key was used just now, to the minute. */
export const noteKeyUse = (db: Database, { keyId, userId }: KeyHolder): Promise<unknown> =>
  runAs(
    db,
    { role: 'registered', userId },
    (db) =>
      [
        db
          .update(apiKeys)
          .set({ lastUsedAt: sql`now()` })
          .where(
            and(
              eq(apiKeys.id, keyId),
              or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`)),
            ),
          ),
      ] as const,
  );
