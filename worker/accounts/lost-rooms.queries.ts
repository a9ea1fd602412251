import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { roomWatermarks } from '#tables/rooms.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { Membership } from './members.queries.ts';
import type { OrganizationRole } from './organization-role.ts';

/**
 * Rooms in which somebody may do less now that they have left or stepped down, the last written to first: not those of their own videos,
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
