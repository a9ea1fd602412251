import { eq } from 'drizzle-orm';
import { Recap } from '#protocol/recap.ts';
import { screenings } from '#tables/rooms.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

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

/** What an ended screening has left, once the room has written it through. */
export async function findStoredRecap(
  db: Database,
  viewer: Viewer,
  screeningId: string,
): Promise<Recap | undefined> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select({ recap: screenings.recap })
          .from(screenings)
          .where(eq(screenings.id, screeningId))
          .limit(1),
      ] as const,
  );
  const recap = rows[0]?.recap;
  return recap == null ? undefined : Recap.parse(recap);
}
