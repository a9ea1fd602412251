import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import type { Role } from '#protocol/role.ts';
import { videos } from '#tables/library.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { AppError } from '#worker/http/app-error.ts';
import type { MediaBasis } from '#worker/media/right.ts';
import { accessOf } from './access.ts';
import { mediaBasisOf } from './media-basis.ts';
import { parseVideoRef } from './video-ref.ts';
import { isPresent, selectVideos, type VideoFacts } from './video-row.queries.ts';

/** A video as one viewer sees it, with what they may do. */
export type VideoRow = VideoFacts & { role: Role; linkId: string | null; basis: MediaBasis };

/** The video if it is there for this viewer: one request to the database, role and like included. */
export async function findVideo(
  db: Database,
  viewer: Viewer,
  idOrShortId: string,
): Promise<VideoRow | undefined> {
  const isIt = whereRef(idOrShortId);
  if (!isIt) return undefined;
  const [rows] = await runAs(db, actorOf(viewer), (db) => [selectOne(db, viewer, isIt)] as const);
  return rows[0] && withRole(rows[0], viewer);
}

/** The video and something of it, in the same request. `build` gets the video's id as SQL. Throws NOT_FOUND. */
export async function getVideoWith<Query extends BatchItem<'pg'>>(
  db: Database,
  viewer: Viewer,
  idOrShortId: string,
  build: (db: Database, videoId: SQL<string>) => Query,
): Promise<{ video: VideoRow; result: Query['_']['result'] }> {
  const isIt = whereRef(idOrShortId);
  if (!isIt) throw noSuchVideo();
  const videoId = sql<string>`(select ${videos.id} from ${videos} where ${isIt})`;
  const { video, result } = await findVideoWith(db, viewer, isIt, (db) => build(db, videoId));
  if (!video) throw noSuchVideo();
  return { video, result };
}

/** The same with any number of queries, all in one request. Throws NOT_FOUND. */
export async function getVideoAlong<const Queries extends readonly BatchItem<'pg'>[]>(
  db: Database,
  viewer: Viewer,
  idOrShortId: string,
  build: (db: Database, videoId: SQL<string>) => Queries,
): Promise<{ video: VideoRow; results: BatchResponse<Queries> }> {
  const isIt = whereRef(idOrShortId);
  if (!isIt) throw noSuchVideo();
  const videoId = sql<string>`(select ${videos.id} from ${videos} where ${isIt})`;
  const [rows, ...results] = await runAs(
    db,
    actorOf(viewer),
    (db) => [selectOne(db, viewer, isIt), ...build(db, videoId)] as const,
  );
  const [row] = rows as VideoFacts[];
  const video = row && withRole(row, viewer);
  if (!video) throw noSuchVideo();
  return { video, results: results as unknown as BatchResponse<Queries> };
}

/** The video that a condition finds, if it is there for this viewer, and something else in the same request. */
export async function findVideoWith<Query extends BatchItem<'pg'>>(
  db: Database,
  viewer: Viewer,
  isIt: SQL,
  build: (db: Database) => Query,
): Promise<{ video: VideoRow | undefined; result: Query['_']['result'] }> {
  const [rows, result] = await runAs(
    db,
    actorOf(viewer),
    (db) => [selectOne(db, viewer, isIt), build(db)] as const,
  );
  return { video: rows[0] && withRole(rows[0], viewer), result };
}

/** The same, or NOT_FOUND: absent and not-yours answer alike. */
export async function getVideo(db: Database, viewer: Viewer, idOrShortId: string): Promise<VideoRow> {
  const video = await findVideo(db, viewer, idOrShortId);
  if (!video) throw noSuchVideo();
  return video;
}

export function withRole(row: VideoFacts, viewer: Viewer): VideoRow | undefined {
  const access = accessOf(viewer, row, row.link);
  return access && { ...row, ...access, basis: mediaBasisOf(viewer, row, access.linkId) };
}

function whereRef(idOrShortId: string): SQL | undefined {
  const ref = parseVideoRef(idOrShortId);
  if (!ref) return undefined;
  return 'id' in ref ? eq(videos.id, ref.id) : eq(videos.shortId, ref.shortId);
}

const selectOne = (db: Database, viewer: Viewer, isIt: SQL) =>
  selectVideos(db, viewer).where(and(isIt, isPresent)).limit(1);

const noSuchVideo = (): AppError =>
  new AppError('NOT_FOUND', 'There is no such video, or it is not shared with you.');
