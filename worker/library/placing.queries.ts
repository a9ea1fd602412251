import { and, eq, sql, type SQL } from 'drizzle-orm';
import { videos } from '#tables/library.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { holdToStorageLimit } from '#worker/db/storage-full.ts';
import { AppError } from '#worker/http/app-error.ts';
import { isPresent, selectVideos } from './video-row.queries.ts';
import { withRole, type VideoRow } from './videos.queries.ts';

const RULES = {
  videos_move_to_own: { pointer: '/organizationId', detail: 'You are no member of such an organization.' },
  videos_move_alone: {
    pointer: '/organizationId',
    detail: 'A video with versions stays where they are.',
  },
};

/**
 * To another organization. Throws INVALID with the reason, FORBIDDEN, TOO_LARGE where it does not fit into the storage there;
 * NOT_FOUND where it leaves the viewer's sight.
 */
export const moveToOrganization = (
  db: Database,
  viewer: SignedInViewer,
  video: Pick<VideoRow, 'id' | 'organizationId'>,
  { organizationId, standardBytes }: { organizationId: string; standardBytes: number | null },
): Promise<VideoRow> => {
  const moving = sql`select app.move_video(${video.id}, ${organizationId})`;
  const isThere = video.organizationId === organizationId;
  const fits = holdToStorageLimit(sql`${organizationId}`, standardBytes);
  return place(db, viewer, video.id, isThere ? moving : sql`${moving}, ${fits}`);
};

/** Shown first, or not, by those who run the product. Throws FORBIDDEN. */
export const setFeatured = (
  db: Database,
  viewer: SignedInViewer,
  videoId: string,
  isFeatured: boolean,
): Promise<VideoRow> => place(db, viewer, videoId, sql`select app.feature_video(${videoId}, ${isFeatured})`);

async function place(db: Database, viewer: SignedInViewer, videoId: string, change: SQL): Promise<VideoRow> {
  const [, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [db.execute(change), selectVideos(db, viewer).where(and(eq(videos.id, videoId), isPresent))] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, RULES);
  });
  const row = rows[0] && withRole(rows[0], viewer);
  if (!row) throw new AppError('NOT_FOUND', 'The video is gone.');
  return row;
}
