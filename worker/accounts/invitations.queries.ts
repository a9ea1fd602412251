import { and, eq, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { EntityId } from '#protocol/id.ts';
import { users } from '#tables/accounts.ts';
import { invitations } from '#tables/rights.ts';
import type { Database } from '#worker/db/client.ts';
import { inTime } from '#worker/db/in-time.ts';
import type { Asked, Page } from '#worker/db/page.ts';
import { getOrganizationWith, type OrganizationRow } from './organization-access.queries.ts';
import type { OrganizationRole } from './organization-role.ts';
import type { SignedInViewer } from './viewer.ts';

export type InvitationRow = Omit<
  typeof invitations.$inferSelect,
  'tokenHash' | 'invitedBy' | 'organizationId'
> & { inviterId: string | null; inviterName: string | null };

const selectInvitations = (db: Database) =>
  db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      maxUses: invitations.maxUses,
      useCount: invitations.useCount,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
      createdAt: invitations.createdAt,
      updatedAt: invitations.updatedAt,
      inviterId: users.id,
      inviterName: users.name,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .$dynamic();

export interface NewInvitation {
  email: string | null;
  role: OrganizationRole;
  tokenHash: string;
  maxUses: number;
  expiresAt: Date;
}

/** Makes an invitation; one that is open for the same address is renewed. Throws as `getOrganizationFor`. */
export async function insertInvitation(
  db: Database,
  viewer: SignedInViewer,
  ref: string,
  draft: NewInvitation,
): Promise<{ organization: OrganizationRow; row: InvitationRow | undefined }> {
  const { organization, results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'members.invite',
    (db, organizationId) =>
      [
        db
          .insert(invitations)
          .values({ ...draft, organizationId, invitedBy: viewer.userId })
          .onConflictDoUpdate({
            target: [invitations.organizationId, invitations.email],
            targetWhere: sql`email is not null and accepted_at is null and revoked_at is null`,
            set: { role: draft.role, tokenHash: draft.tokenHash, expiresAt: draft.expiresAt },
          }),
        selectInvitations(db).where(eq(invitations.tokenHash, draft.tokenHash)),
      ] as const,
  );
  return { organization, row: results[1][0] };
}

/** Newest first, those too that are used up or taken back. */
export async function listInvitations(
  db: Database,
  viewer: SignedInViewer,
  ref: string,
  asked: Asked,
): Promise<Page<InvitationRow>> {
  const page = inTime<InvitationRow>('invitations', invitations, asked);
  const { results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'members.invite',
    (db, organizationId) =>
      [
        selectInvitations(db)
          .where(and(eq(invitations.organizationId, organizationId), page.where))
          .orderBy(...page.orderBy)
          .limit(page.limit),
      ] as const,
  );
  return page.cut(results[0]);
}

const isIt = (organizationId: SQL, id: string) =>
  and(eq(invitations.organizationId, organizationId), eq(invitations.id, id));

/** Another token, good from now on; `isRenewed` is false where it is used up or was taken back. */
export async function renewInvitation(
  db: Database,
  viewer: SignedInViewer,
  { ref, invitationId }: { ref: string; invitationId: string },
  change: { tokenHash: string; expiresAt: Date },
): Promise<{ organization: OrganizationRow; row: InvitationRow | undefined; isRenewed: boolean }> {
  const id = idOrNone(invitationId);
  const { organization, results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'members.invite',
    (db, organizationId) =>
      [
        db
          .update(invitations)
          .set(change)
          .where(
            and(
              isIt(organizationId, id),
              isNull(invitations.revokedAt),
              lt(invitations.useCount, invitations.maxUses),
            ),
          )
          .returning({ id: invitations.id }),
        selectInvitations(db).where(isIt(organizationId, id)),
      ] as const,
  );
  return { organization, row: results[1][0], isRenewed: results[0].length > 0 };
}

/** Whether there is such an invitation; one taken back before stays as it is. */
export async function revokeInvitation(
  db: Database,
  viewer: SignedInViewer,
  { ref, invitationId }: { ref: string; invitationId: string },
): Promise<boolean> {
  const id = idOrNone(invitationId);
  const { results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'members.invite',
    (db, organizationId) =>
      [
        db
          .update(invitations)
          .set({ revokedAt: sql`now()` })
          .where(and(isIt(organizationId, id), isNull(invitations.revokedAt))),
        db.select({ id: invitations.id }).from(invitations).where(isIt(organizationId, id)),
      ] as const,
  );
  return results[1].length > 0;
}

/** What is no id is asked for as one that nobody has, so that who may not learns nothing first. */
const idOrNone = (text: string): string =>
  EntityId.safeParse(text).data ?? '00000000-0000-0000-0000-000000000000';
