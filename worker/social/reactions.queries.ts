import { eq, max, sql } from 'drizzle-orm';
import type { Emoji } from '#protocol/reaction.ts';
import { reactions } from '#tables/social.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { bucketSecondsOf, lastSecondOf } from './heat.ts';
import type { Heat } from './reaction-input.ts';

interface Extent {
  videoId: string;
  /** Null while the video has not been looked into: then it is as long as its reactions say. */
  durationSeconds: number | null;
  buckets: number;
}

/** A video's reactions, counted by parts of it: at most `buckets` of each emoji, however long the video is. */
export async function countReactions(db: Database, viewer: Viewer, extent: Extent): Promise<Heat> {
  const { videoId, buckets } = extent;
  const durationSeconds = extent.durationSeconds ?? (await findReactedSeconds(db, viewer, videoId));
  const bucketSeconds = bucketSecondsOf(durationSeconds, buckets);
  const lastSecond = lastSecondOf(durationSeconds);
  const [items] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select({
            second: sql<number>`heat.second`,
            emoji: sql<Emoji>`heat.emoji`,
            count: sql<number>`heat.count`,
          })
          .from(sql`app.reaction_heat(${videoId}::uuid, ${bucketSeconds}::int, ${lastSecond}::int) as heat`)
          .orderBy(sql`heat.second, heat.emoji`),
      ] as const,
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
