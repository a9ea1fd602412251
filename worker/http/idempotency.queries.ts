import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { idempotencyKeys } from '#tables/rights.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import { createDatabase, type Database } from '#worker/db/client.ts';

/** The first request that came with a key, and what was answered. */
export interface FirstRequest {
  id: string;
  requestHash: string;
  /** Null while it is under way. */
  status: number | null;
  headers: Record<string, string> | null;
  /** Sealed; null where it was not kept. */
  body: string | null;
}

interface Claim {
  key: string;
  requestHash: string;
}

/** Takes the key for this request; gives the first one where it is taken. A request that died frees it after a minute. */
export async function claimKey(
  db: Database,
  viewer: SignedInViewer,
  { key, requestHash }: Claim,
): Promise<{ claimId: string } | { first: FirstRequest | undefined }> {
  const isKey = and(eq(idempotencyKeys.userId, viewer.userId), eq(idempotencyKeys.key, key));
  const [, [claimed], [first]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .delete(idempotencyKeys)
          .where(
            and(
              isKey,
              or(
                lte(idempotencyKeys.expiresAt, sql`now()`),
                and(
                  isNull(idempotencyKeys.status),
                  lte(idempotencyKeys.createdAt, sql`now() - interval '1 minute'`),
                ),
              ),
            ),
          ),
        db
          .insert(idempotencyKeys)
          .values({
            userId: viewer.userId,
            key,
            requestHash,
            expiresAt: sql`now() + interval '24 hours'`,
          })
          .onConflictDoNothing({ target: [idempotencyKeys.userId, idempotencyKeys.key] })
          .returning({ id: idempotencyKeys.id }),
        db
          .select({
            id: idempotencyKeys.id,
            requestHash: idempotencyKeys.requestHash,
            status: idempotencyKeys.status,
            headers: idempotencyKeys.headers,
            body: idempotencyKeys.body,
          })
          .from(idempotencyKeys)
          .where(isKey),
      ] as const,
  );
  return claimed ? { claimId: claimed.id } : { first };
}

/** As the person, whether or not the request has just ended their session. */
const keeper = ({ userId, kind }: SignedInViewer) => ({ role: kind, userId });

export const keepAnswer = (
  db: Database,
  viewer: SignedInViewer,
  claimId: string,
  answer: Pick<FirstRequest, 'status' | 'headers' | 'body'>,
): Promise<unknown> =>
  runAs(
    db,
    keeper(viewer),
    (db) => [db.update(idempotencyKeys).set(answer).where(eq(idempotencyKeys.id, claimId))] as const,
  );

export const releaseKey = (db: Database, viewer: SignedInViewer, claimId: string): Promise<unknown> =>
  runAs(
    db,
    keeper(viewer),
    (db) => [db.delete(idempotencyKeys).where(eq(idempotencyKeys.id, claimId))] as const,
  );

/** Forgets what is older than a day. Gives how many there were. */
export async function purgeIdempotencyKeys(env: { DATABASE_URL: string }): Promise<number> {
  const [gone] = await runAs(
    createDatabase(env.DATABASE_URL),
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .delete(idempotencyKeys)
          .where(lte(idempotencyKeys.expiresAt, sql`now()`))
          .returning({ id: idempotencyKeys.id }),
      ] as const,
  );
  return gone.length;
}
