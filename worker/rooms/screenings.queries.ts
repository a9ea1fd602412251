import { and, eq, sql } from 'drizzle-orm';
import { Recap } from '#protocol/recap.ts';
import type { Role } from '#protocol/role.ts';
import { videos } from '#tables/library.ts';
import { screeningAttendees, screenings } from '#tables/rooms.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { findVideoWith } from '#worker/library/videos.queries.ts';

/** Which room a screening's link leads to, if its video is there for this viewer. */
export async function findScreeningPlace(
  db: Database,
  viewer: Viewer,
  shortId: string,
): Promise<{ id: string; videoId: string } | undefined> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select({ id: screenings.id, videoId: screenings.videoId })
          .from(screenings)
          .where(eq(screenings.shortId, shortId))
          .limit(1),
      ] as const,
  );
  return rows[0];
}

export interface FoundRecap {
  id: string;
  videoId: string;
  role: Role;
  /** Null until the screening has ended and the room has written it through. */
  recap: Recap | null;
  /** The viewer was there, also where the recap does not name everyone. */
  wasThere: boolean;
}

/** A screening with what it has left, and what the viewer is to it: one request to the database. */
export async function findRecapPlace(
  db: Database,
  viewer: Viewer,
  shortId: string,
): Promise<FoundRecap | undefined> {
  const isIt = eq(screenings.shortId, shortId);
  const isOfIt = sql`${videos.id} = (select ${screenings.videoId} from ${screenings} where ${isIt})`;
  const { video, result } = await findVideoWith(db, viewer, isOfIt, (db) =>
    db
      .select({ id: screenings.id, recap: screenings.recap, attendeeId: screeningAttendees.id })
      .from(screenings)
      .leftJoin(
        screeningAttendees,
        and(
          eq(screeningAttendees.screeningId, screenings.id),
          eq(screeningAttendees.userId, sql`${viewer.userId}::uuid`),
        ),
      )
      .where(isIt)
      .limit(1),
  );
  const row = result[0];
  if (!video || !row) return undefined;
  const recap = row.recap == null ? null : Recap.parse(row.recap);
  return { id: row.id, videoId: video.id, role: video.role, recap, wasThere: row.attendeeId !== null };
}
