import { eq, lt, sql } from 'drizzle-orm';
import { sessions, verifications } from '#tables/accounts.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

export interface OwnSession extends Record<string, unknown> {
  id: string;
  ip_address: string | null;
  user_agent: string | null;
  created_at: string;
  last_accessed_at: string;
  expires_at: string;
}

/** Where somebody is signed in, the last used first. */
export async function listOwnSessions(db: Database, viewer: SignedInViewer): Promise<OwnSession[]> {
  const select = sql`select * from app.own_sessions()`;
  const [{ rows }] = await runAs(db, actorOf(viewer), (db) => [db.execute<OwnSession>(select)] as const);
  return rows;
}

/** Whether there was such a session of theirs. */
export async function endSession(db: Database, viewer: SignedInViewer, id: string): Promise<boolean> {
  const end = sql`select app.end_session(${id}::uuid) as ended`;
  const [{ rows }] = await runAs(db, actorOf(viewer), (db) => [db.execute<{ ended: boolean }>(end)] as const);
  return rows[0]?.ended ?? false;
}

/** Ends all of theirs but the one they came by; answers how many. */
export async function endOtherSessions(db: Database, viewer: SignedInViewer): Promise<number> {
  const end = sql`select app.end_other_sessions(${viewer.sessionId ?? null}::uuid) as ended`;
  const [{ rows }] = await runAs(db, actorOf(viewer), (db) => [db.execute<{ ended: number }>(end)] as const);
  return rows[0]?.ended ?? 0;
}

/** Notes that a session is in use. `db` is of AUTH_DATABASE_URL. */
export async function touchSession(db: Database, viewer: SignedInViewer): Promise<void> {
  const isIt = eq(sessions.id, viewer.sessionId ?? '');
  const touch = { lastAccessedAt: sql`now()` };
  await runAs(db, actorOf(viewer), (db) => [db.update(sessions).set(touch).where(isIt)] as const);
}

/** Removes what has expired. `db` is of AUTH_DATABASE_URL. */
export async function deleteExpired(
  db: Database,
  now: Date,
): Promise<{ sessions: number; verifications: number }> {
  const [gone, over] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db.delete(sessions).where(lt(sessions.expiresAt, now)),
        db.delete(verifications).where(lt(verifications.expiresAt, now)),
      ] as const,
  );
  return { sessions: gone.rowCount, verifications: over.rowCount };
}
