import { eq, max, sql, type SQL } from 'drizzle-orm';
import type { Emoji } from '#protocol/reaction.ts';
import { videos } from '#tables/library.ts';
import { reactions } from '#tables/social.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { getVideoWith, type VideoRow } from '#worker/library/videos.queries.ts';
import { bucketSecondsOf, lastSecondOf } from './heat.ts';
import type { Heat } from './reaction-input.ts';

interface Extent {
  videoId: string;
  /** Null while the video has not been looked into: then it is as long as its reactions say. */
  durationSeconds: number | null;
  buckets: number;
}

/**
 * The video and its reactions as `countReactions` gives them, in one request; undefined where its length is not known
 * yet, and the parts depend on what there is. Throws NOT_FOUND.
 */
export async function getVideoAndReactions(
  db: Database,
  viewer: Viewer,
  ref: string,
  buckets: number,
): Promise<{ video: VideoRow; heat: Heat | undefined }> {
  const { video, result } = await getVideoWith(db, viewer, ref, (db, videoId) => {
    const length = sql`(select ${videos.durationSeconds} from ${videos} where ${videos.id} = ${videoId})`;
    // As bucketSecondsOf and lastSecondOf say it.
    const bucketSeconds = sql`greatest(1, ceil(${length} / ${buckets}))`;
    return selectHeat(db, videoId, bucketSeconds, sql`greatest(0, ceil(${length}) - 1)`);
  });
  if (video.durationSeconds === null) return { video, heat: undefined };
  return { video, heat: { bucketSeconds: bucketSecondsOf(video.durationSeconds, buckets), items: result } };
}

const selectHeat = (
  db: Database,
  videoId: string | SQL,
  bucketSeconds: number | SQL,
  lastSecond: number | SQL,
) =>
  db
    .select({
      second: sql<number>`heat.second`,
      emoji: sql<Emoji>`heat.emoji`,
      count: sql<number>`heat.count`,
    })
    .from(sql`app.reaction_heat(${videoId}::uuid, (${bucketSeconds})::int, (${lastSecond})::int) as heat`)
    .orderBy(sql`heat.second, heat.emoji`);

/** A video's reactions, counted by parts of it: at most `buckets` of each emoji, however long the video is. */
export async function countReactions(db: Database, viewer: Viewer, extent: Extent): Promise<Heat> {
  const { videoId, buckets } = extent;
  const durationSeconds = extent.durationSeconds ?? (await findReactedSeconds(db, viewer, videoId));
  const bucketSeconds = bucketSecondsOf(durationSeconds, buckets);
  const lastSecond = lastSecondOf(durationSeconds);
  const [items] = await runAs(
    db,
    actorOf(viewer),
    (db) => [selectHeat(db, videoId, bucketSeconds, lastSecond)] as const,
  );
  return { bucketSeconds, items };
}

async function findReactedSeconds(db: Database, viewer: Viewer, videoId: string): Promise<number> {
  const [[row]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select({ last: max(reactions.second) })
          .from(reactions)
          .where(eq(reactions.videoId, videoId)),
      ] as const,
  );
  return (row?.last ?? 0) + 1;
}
