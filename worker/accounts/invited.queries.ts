import { sql } from 'drizzle-orm';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { OrganizationRole } from './organization-role.ts';
import { actorOf, type Viewer } from './viewer.ts';

/** What an invitation says to who holds it (`app.read_invitation`). */
export interface InvitedRow {
  organization_id: string;
  organization_name: string;
  organization_slug: string;
  inviter_name: string | null;
  role: OrganizationRole;
  is_mailed: boolean;
  is_yours: boolean | null;
  is_member: boolean;
  state: InvitationState;
  expires_at: string;
}
export type InvitationState = 'open' | 'revoked' | 'used-up' | 'expired';
export type Acceptance =
  Exclude<InvitationState, 'open'> | 'absent' | 'member' | 'not-yours' | 'unverified' | 'accepted';

const read = (db: Database, hash: string) =>
  db.execute<InvitedRow & Record<string, unknown>>(sql`select * from app.read_invitation(${hash})`);

export async function findInvitation(
  db: Database,
  viewer: Viewer,
  hash: string,
): Promise<InvitedRow | undefined> {
  const [{ rows }] = await runAs(db, actorOf(viewer), (db) => [read(db, hash)] as const);
  return rows[0];
}

export async function acceptByHash(
  db: Database,
  viewer: Viewer,
  hash: string,
): Promise<{ outcome: Acceptance; invitation: InvitedRow | undefined }> {
  const [accepted, { rows }] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute<{ outcome: Acceptance }>(sql`select app.accept_invitation(${hash}) as outcome`),
        read(db, hash),
      ] as const,
  );
  return { outcome: accepted.rows[0]?.outcome ?? 'absent', invitation: rows[0] };
}
