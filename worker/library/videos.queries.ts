import { and, eq } from 'drizzle-orm';
import type { Role } from '#protocol/role.ts';
import { videos } from '#tables/library.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { AppError } from '#worker/http/app-error.ts';
import { roleOf } from './access.ts';
import { parseVideoRef } from './video-ref.ts';
import { isPresent, selectVideos, type VideoFacts } from './video-row.queries.ts';

/** A video as one viewer sees it, with what they may do. */
export type VideoRow = VideoFacts & { role: Role };

/** The video if it is there for this viewer: one request to the database, role and like included. */
export async function findVideo(
  db: Database,
  viewer: Viewer,
  idOrShortId: string,
): Promise<VideoRow | undefined> {
  const ref = parseVideoRef(idOrShortId);
  if (!ref) return undefined;
  const isIt = 'id' in ref ? eq(videos.id, ref.id) : eq(videos.shortId, ref.shortId);
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [selectVideos(db, viewer).where(and(isIt, isPresent)).limit(1)] as const,
  );
  return rows.map((row) => withRole(row, viewer))[0];
}

/** The same, or NOT_FOUND: absent and not-yours answer alike. */
export async function getVideo(db: Database, viewer: Viewer, idOrShortId: string): Promise<VideoRow> {
  const video = await findVideo(db, viewer, idOrShortId);
  if (!video) throw new AppError('NOT_FOUND', 'There is no such video, or it is not shared with you.');
  return video;
}

export function withRole(row: VideoFacts, viewer: Viewer): VideoRow | undefined {
  const role = roleOf(viewer, row);
  return role && { ...row, role };
}
