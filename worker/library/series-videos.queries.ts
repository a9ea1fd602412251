import { and, eq, inArray, sql } from 'drizzle-orm';
import { series } from '#tables/channels.ts';
import { videos } from '#tables/library.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { idIn, noSuch } from './entity-param.ts';
import { selectSeries, type SeriesRow } from './series.queries.ts';
import { isPresent } from './video-row.queries.ts';

const RULES = {
  series_videos_organization: {
    pointer: '/videoIds',
    detail: 'A series is made of videos of its organization, each once.',
  },
};

/** The series, and which of the videos are there in its organization. Throws NOT_FOUND. */
export async function getSeriesWithVideos(
  db: Database,
  viewer: SignedInViewer,
  seriesId: string,
  videoIds: string[],
): Promise<{ row: SeriesRow; found: Set<string> }> {
  const id = idIn(seriesId, 'series');
  const ofIt = sql`(select ${series.organizationId} from ${series} where ${series.id} = ${id})`;
  const [[row], rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectSeries(db, viewer).where(eq(series.id, id)),
        db
          .select({ id: videos.id })
          .from(videos)
          .where(and(inArray(videos.id, videoIds), eq(videos.organizationId, ofIt), isPresent)),
      ] as const,
  );
  if (!row) throw noSuch('series');
  return { row, found: new Set(rows.map((video) => video.id)) };
}

/**
 * These videos in this order and no others, in one transaction; what lies in the trash keeps a place behind them.
 * Undefined if somebody has changed the series since `ifUpdatedAt`.
 */
export async function orderSeries(
  db: Database,
  viewer: SignedInViewer,
  { id, videoIds, ifUpdatedAt }: { id: string; videoIds: string[]; ifUpdatedAt: Date | undefined },
): Promise<SeriesRow | undefined> {
  const ids = `{${videoIds.join()}}`;
  const [{ rows: ordered }, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute<{ is_ordered: boolean }>(sql`
          select app.order_series(${id}::uuid, ${ids}::uuid[], ${ifUpdatedAt?.toISOString() ?? null}::timestamptz)
            as is_ordered`),
        selectSeries(db, viewer).where(eq(series.id, id)),
      ] as const,
  ).catch((error: unknown) => {
    throw toAppError(error, RULES);
  });
  return ordered[0]?.is_ordered ? rows[0] : undefined;
}
