import { and, eq, sql } from 'drizzle-orm';
import { organizationMembers } from '#tables/accounts.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { memberRules, type MemberRow } from './members.queries.ts';
import { getOrganizationWith } from './organization-access.queries.ts';
import type { OrganizationRole } from './organization-role.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

/** Undefined if somebody has changed it since `seen` was read. Throws INVALID for the last owner. */
export async function updateMemberRole(
  db: Database,
  viewer: SignedInViewer,
  seen: MemberRow,
  role: OrganizationRole,
): Promise<MemberRow | undefined> {
  const isSeen = and(eq(organizationMembers.id, seen.id), eq(organizationMembers.updatedAt, seen.updatedAt));
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(organizationMembers)
          .set({ role })
          .where(isSeen)
          .returning({ role: organizationMembers.role, updatedAt: organizationMembers.updatedAt }),
      ] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, memberRules('/role'));
  });
  return rows[0] && { ...seen, ...rows[0] };
}

/** The viewer's ownership goes to another member; whether there is such a one. Both change or neither. */
export async function transferOwnership(
  db: Database,
  viewer: SignedInViewer,
  ref: string,
  userId: string,
): Promise<boolean> {
  const { results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'members.promote-owner',
    (db, organizationId) =>
      [
        db.execute(sql`
          update organization_members
          set role = case when user_id = ${userId}::uuid then 'OWNER' else 'ADMIN' end::organization_role
          where organization_id = ${organizationId} and user_id in (${userId}::uuid, ${viewer.userId}::uuid)
            and exists (
              select from organization_members heir
              where heir.organization_id = ${organizationId} and heir.user_id = ${userId}::uuid
            )
          returning user_id`),
      ] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, memberRules('/userId'));
  });
  return results[0].rows.length > 0;
}
