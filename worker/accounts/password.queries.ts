import { and, eq, ne } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { identities, sessions, verifications } from '#tables/accounts.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { identifierOf } from './pending.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

/** Sets a password, the first or another, and ends every session but this one, and links that would set one. `db` is of AUTH_DATABASE_URL. */
export async function changePassword(
  db: Database,
  viewer: SignedInViewer,
  { email, hash }: { email: string; hash: string },
): Promise<void> {
  const { userId, sessionId = '' } = viewer;
  const identity = { id: uuidv7(), userId, providerId: 'credential', accountId: userId, password: hash };
  await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .insert(identities)
          .values(identity)
          .onConflictDoUpdate({
            target: [identities.providerId, identities.accountId],
            set: { password: hash, updatedAt: new Date() },
          }),
        db.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId))),
        db.delete(verifications).where(eq(verifications.identifier, identifierOf('reset', email))),
      ] as const,
  );
}
