import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { users } from '#tables/accounts.ts';
import { videos } from '#tables/library.ts';
import { chapters } from '#tables/outline.ts';
import { screenings } from '#tables/rooms.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';

const HOME_VIDEOS = 24;

/** The outline of a video, in order. */
export async function listChapters(db: Database, viewer: Viewer, videoId: string) {
  const columns = {
    id: chapters.id,
    title: chapters.title,
    startSeconds: chapters.startSeconds,
    endSeconds: chapters.endSeconds,
  };
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select(columns)
          .from(chapters)
          .where(eq(chapters.videoId, videoId))
          .orderBy(asc(chapters.position)),
      ] as const,
  );
  return rows;
}

/** A screening by what its link carries, with the video it is of. */
export async function findScreening(db: Database, viewer: Viewer, shortId: string) {
  const columns = {
    id: screenings.id,
    shortId: screenings.shortId,
    videoId: screenings.videoId,
    endedAt: screenings.endedAt,
  };
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.select(columns).from(screenings).where(eq(screenings.shortId, shortId)).limit(1)] as const,
  );
  return rows[0];
}

/** The newest videos that anybody may come across and that can be played. */
export async function listHomeVideos(db: Database, viewer: Viewer) {
  const columns = {
    shortId: videos.shortId,
    title: videos.title,
    authorName: users.name,
    durationSeconds: videos.durationSeconds,
    mediaVersion: videos.mediaVersion,
    thumbnailKey: videos.thumbnailKey,
    sharingChangedAt: videos.sharingChangedAt,
  };
  const isShown = and(
    eq(videos.isPublic, true),
    eq(videos.processingStatus, 'complete'),
    isNull(videos.deletedAt),
  );
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select(columns)
          .from(videos)
          .leftJoin(users, eq(users.id, videos.authorId))
          .where(isShown)
          .orderBy(desc(videos.createdAt), desc(videos.id))
          .limit(HOME_VIDEOS),
      ] as const,
  );
  return rows;
}
