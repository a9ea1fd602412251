import { and, eq, isNotNull } from 'drizzle-orm';
import { identities, sessions, users } from '#tables/accounts.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

export interface Credentials {
  email: string;
  passwordHash: string | null;
  signedInAt: Date;
}

/** What somebody can be recognized by. `db` is of AUTH_DATABASE_URL. Undefined where the session has gone. */
export async function findCredentials(
  db: Database,
  viewer: SignedInViewer,
): Promise<Credentials | undefined> {
  const isTheirs = and(eq(sessions.id, viewer.sessionId ?? ''), eq(sessions.userId, viewer.userId));
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select({ email: users.email, passwordHash: identities.password, signedInAt: sessions.createdAt })
          .from(sessions)
          .innerJoin(users, eq(users.id, sessions.userId))
          .leftJoin(identities, and(eq(identities.userId, users.id), isNotNull(identities.password)))
          .where(isTheirs)
          .limit(1),
      ] as const,
  );
  const row = rows[0];
  return row && { ...row, email: row.email ?? '' };
}
