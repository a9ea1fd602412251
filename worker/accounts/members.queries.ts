import { and, eq, ilike, sql, type SQL } from 'drizzle-orm';
import { organizationMembers, users } from '#tables/accounts.ts';
import { EntityId } from '#protocol/id.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { inTime } from '#worker/db/in-time.ts';
import type { Page } from '#worker/db/page.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import type { MemberListQuery } from './member.ts';
import { getOrganizationWith, type OrganizationRow } from './organization-access.queries.ts';
import type { OrganizationCapability, OrganizationRole } from './organization-role.ts';
import { actorOf, type SignedInViewer, type Viewer } from './viewer.ts';

export interface Membership {
  organizationId: string;
  userId: string;
}
export interface MemberRow {
  userId: string;
  name: string;
  username: string | null;
  avatarUrl: string | null;
  role: OrganizationRole;
  id: string;
  createdAt: Date;
  updatedAt: Date;
}

/** What a broken rule means, and to which field of the request. */
export const memberRules = (pointer: '/userId' | '/role') => ({
  organization_members_last_owner: { pointer, detail: 'An organization keeps at least one owner.' },
  organization_members_personal_owner: {
    pointer,
    detail: 'A personal organization stays with the person it belongs to.',
  },
});

const selectMembers = (db: Database, organizationId: SQL) =>
  db
    .select({
      userId: users.id,
      name: users.name,
      username: users.username,
      avatarUrl: users.avatarUrl,
      role: organizationMembers.role,
      id: organizationMembers.id,
      createdAt: organizationMembers.createdAt,
      updatedAt: organizationMembers.updatedAt,
    })
    .from(organizationMembers)
    .innerJoin(users, eq(users.id, organizationMembers.userId))
    .where(eq(organizationMembers.organizationId, organizationId))
    .$dynamic();

/** Members in the order they came, by part of their name and by role. Throws NOT_FOUND to who is none of them. */
export async function listMembers(
  db: Database,
  viewer: Viewer,
  ref: string,
  { q, role, ...asked }: MemberListQuery,
): Promise<Page<MemberRow>> {
  const page = inTime<MemberRow>('members', organizationMembers, asked, 'ascending');
  const { results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'members.list',
    (db, organizationId) =>
      [
        selectMembers(db, organizationId)
          .where(
            and(
              eq(organizationMembers.organizationId, organizationId),
              role && eq(organizationMembers.role, role),
              q === undefined ? undefined : ilike(users.name, `%${q.replace(/[\\%_]/g, '\\$&')}%`),
              page.where,
            ),
          )
          .orderBy(...page.orderBy)
          .limit(page.limit),
      ] as const,
  );
  return page.cut(results[0]);
}

/** One member, and the organization as the viewer has it. Throws NOT_FOUND, FORBIDDEN. */
export async function getMember(
  db: Database,
  viewer: Viewer,
  { ref, userId }: { ref: string; userId: string },
  capability: OrganizationCapability,
): Promise<{ organization: OrganizationRow; member: MemberRow }> {
  const id = EntityId.safeParse(userId);
  if (!id.success) throw noSuchMember();
  const { organization, results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    capability,
    (db, organizationId) =>
      [
        selectMembers(db, organizationId).where(
          and(
            eq(organizationMembers.organizationId, organizationId),
            eq(organizationMembers.userId, id.data),
          ),
        ),
      ] as const,
  );
  const [member] = results[0];
  if (!member) throw noSuchMember();
  return { organization, member };
}

/** When the member was removed; undefined where the viewer might not. Throws INVALID for the last owner. */
export async function deleteMember(
  db: Database,
  viewer: SignedInViewer,
  { organizationId, userId }: Membership,
): Promise<Date | undefined> {
  const isThis = and(
    eq(organizationMembers.organizationId, organizationId),
    eq(organizationMembers.userId, userId),
  );
  const endedAt = sql<Date>`now()`.mapWith(organizationMembers.updatedAt);
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.delete(organizationMembers).where(isThis).returning({ endedAt })] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, memberRules('/userId'));
  });
  return rows[0]?.endedAt;
}

export const noSuchMember = (): AppError =>
  new AppError('NOT_FOUND', 'There is no such member of an organization of yours.');
