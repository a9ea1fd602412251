import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { organizationMembers } from '#tables/accounts.ts';
import { videos } from '#tables/library.ts';
import { roomWatermarks } from '#tables/rooms.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

export interface Membership {
  organizationId: string;
  userId: string;
}
type OrganizationRole = typeof organizationMembers.$inferSelect.role;

const RULES = {
  organization_members_last_owner: {
    pointer: '/userId',
    detail: 'An organization keeps at least one owner.',
  },
};

const isThis = ({ organizationId, userId }: Membership) =>
  and(eq(organizationMembers.organizationId, organizationId), eq(organizationMembers.userId, userId));

/** The member's role, if the viewer is a member too: to others the organization shows nobody. */
export async function findMemberRole(
  db: Database,
  viewer: SignedInViewer,
  membership: Membership,
): Promise<OrganizationRole | undefined> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.select({ role: organizationMembers.role }).from(organizationMembers).where(isThis(membership)),
      ] as const,
  );
  return rows[0]?.role;
}

/** Whether the viewer might and did remove the member. Throws INVALID for the last owner. */
export async function deleteMember(
  db: Database,
  viewer: SignedInViewer,
  membership: Membership,
): Promise<boolean> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.delete(organizationMembers).where(isThis(membership)).returning({ id: organizationMembers.id }),
      ] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, RULES);
  });
  return rows.length > 0;
}

/**
 * Rooms in which somebody may do less now that they have left, the last written to first: not those of their own videos,
 * and for who was a plain member only of videos shared with the organization.
 */
export async function listRoomsLost(
  db: Database,
  { organizationId, userId, role }: Membership & { role: OrganizationRole },
  limit: number,
): Promise<string[]> {
  const [rows] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({ videoId: videos.id })
          .from(videos)
          .innerJoin(roomWatermarks, eq(roomWatermarks.videoId, videos.id))
          .where(
            and(
              eq(videos.organizationId, organizationId),
              isNull(videos.deletedAt),
              or(isNull(videos.authorId), ne(videos.authorId, userId)),
              role === 'MEMBER' ? sql`${videos.visibility} = 'organization'` : undefined,
            ),
          )
          .orderBy(desc(roomWatermarks.updatedAt))
          .limit(limit),
      ] as const,
  );
  return rows.map(({ videoId }) => videoId);
}
