import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { organizationMembers, organizations } from '#tables/accounts.ts';
import { videos } from '#tables/library.ts';
import { roomWatermarks, watchLinks } from '#tables/rooms.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { OrganizationRole } from './organization-role.ts';

/** What an account has that ends with it. */
export interface Belongings {
  /** Theirs, or of their personal organization: those that go into the trash, and those that stay without author. */
  videos: { id: string; shortId: string; isTrashed: boolean }[];
  memberships: { organizationId: string; role: OrganizationRole }[];
  /** Watch links they made. */
  links: { linkId: string; id: string; shortId: string }[];
}

/** Of videos those first whose room was written to last. */
export async function listBelongings(db: Database, userId: string, limit: number): Promise<Belongings> {
  const ownIds = sql`array(
    select ${organizationMembers.organizationId} from ${organizationMembers}
    join ${organizations} on ${organizations.id} = ${organizationMembers.organizationId}
    where ${organizationMembers.userId} = ${userId} and ${organizationMembers.role} = 'OWNER'
      and ${organizations.kind} = 'personal')`;
  const isOwn = sql`${videos.organizationId} = any (${ownIds})`;
  // Each by its index: both at once would have to be asked of every video there is.
  const belonging = sql`(
    select id from videos where deleted_at is null and author_id = ${userId}
    union select id from videos where deleted_at is null and organization_id = any (${ownIds}))`;
  const isTrashed = sql<boolean>`${videos.visibility} in ('private', 'organization') and ${isOwn}`;
  const [found, memberships, links] = await runAs(
    db,
    serviceActor('service:cron'),
    (db) =>
      [
        db
          .select({ id: videos.id, shortId: videos.shortId, isTrashed })
          .from(videos)
          .leftJoin(roomWatermarks, eq(roomWatermarks.videoId, videos.id))
          .where(inArray(videos.id, belonging))
          .orderBy(desc(sql`coalesce(${roomWatermarks.updatedAt}, '-infinity')`))
          .limit(limit),
        db
          .select({ organizationId: organizationMembers.organizationId, role: organizationMembers.role })
          .from(organizationMembers)
          .where(eq(organizationMembers.userId, userId)),
        db
          .select({ linkId: watchLinks.id, id: videos.id, shortId: videos.shortId })
          .from(watchLinks)
          .innerJoin(videos, eq(videos.id, watchLinks.videoId))
          .where(and(eq(watchLinks.createdBy, userId), isNull(watchLinks.revokedAt)))
          .orderBy(desc(watchLinks.createdAt))
          .limit(limit),
      ] as const,
  );
  return { videos: found, memberships, links };
}
