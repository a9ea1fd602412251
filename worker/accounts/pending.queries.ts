import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { users, verifications } from '#tables/accounts.ts';
import { runAs, type Actor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { identifierOf, PendingRow, type makePendingRow, type Pending } from './pending.ts';
import { parseStoredJson } from './stored-boundary.ts';

/*
 * As the role of the accounts, over HTTP: `db` is of AUTH_DATABASE_URL.
 */
type NewRow = Awaited<ReturnType<typeof makePendingRow>>['row'];
export type FoundPending = PendingRowValue & { id: string };
type PendingRowValue = { secretHash: string; pending: Pending };

export async function insertPending(db: Database, actor: Actor, row: NewRow): Promise<void> {
  await runAs(db, actor, (db) => [db.insert(verifications).values(row)] as const);
}

/** A pending change that has not expired. */
export async function findPending(db: Database, actor: Actor, id: string): Promise<FoundPending | undefined> {
  const isGood = and(eq(verifications.id, id), gt(verifications.expiresAt, sql`now()`));
  const [rows] = await runAs(
    db,
    actor,
    (db) => [db.select({ value: verifications.value }).from(verifications).where(isGood)] as const,
  );
  return rows[0] && readRow(id, rows[0].value);
}

/** The newest sign-up that waits at this address. */
export async function findPendingSignUp(
  db: Database,
  actor: Actor,
  email: string,
): Promise<FoundPending | undefined> {
  const [rows] = await runAs(
    db,
    actor,
    (db) =>
      [
        db
          .select({ id: verifications.id, value: verifications.value })
          .from(verifications)
          .where(
            and(
              eq(verifications.identifier, identifierOf('sign-up', email)),
              gt(verifications.expiresAt, sql`now()`),
            ),
          )
          .orderBy(desc(verifications.createdAt))
          .limit(1),
      ] as const,
  );
  return rows[0] && readRow(rows[0].id, rows[0].value);
}

/** Gives a pending change a new secret, so that only the last link mailed is good. */
export async function renewPending(db: Database, actor: Actor, { id, ...row }: NewRow): Promise<void> {
  await runAs(
    db,
    actor,
    (db) =>
      [
        db
          .update(verifications)
          .set({ value: row.value, expiresAt: row.expiresAt })
          .where(eq(verifications.id, id)),
      ] as const,
  );
}

/** Whose address it is. */
export async function findPersonByEmail(
  db: Database,
  actor: Actor,
  email: string,
): Promise<{ id: string; name: string; isActive: boolean } | undefined> {
  const [rows] = await runAs(
    db,
    actor,
    (db) =>
      [
        db
          .select({ id: users.id, name: users.name, isActive: users.isActive })
          .from(users)
          .where(eq(users.email, email)),
      ] as const,
  );
  return rows[0];
}

function readRow(id: string, value: string): FoundPending | undefined {
  const row = PendingRow.safeParse(parseStoredJson(value));
  return row.success ? { id, ...row.data } : undefined;
}
