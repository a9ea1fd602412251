import { api, type Shape } from '#client/api/client.ts';
import { toldOf } from '#client/ui/told.ts';
import { answerOf, wholeAnswerOf } from '../request.ts';
import { ifMatch } from './if-match.ts';
import { allOf } from './organization-parts.ts';
import type { Outcome } from './outcomes.ts';
import type { Video } from './pages.ts';
import { appended, MOST_IN_SERIES } from './series-order.ts';

export interface SeriesWithVideos {
  series: Shape<'Series'>;
  /** The version of its words and its order; null where the server gave none. */
  etag: string | null;
  videos: readonly Video[];
}

/** A series and all of its videos in their order, the archived ones too: what is not named in an order is out of it. */
export async function loadSeries(seriesId: string, signal?: AbortSignal): Promise<SeriesWithVideos> {
  const { data, etag } = await wholeAnswerOf(
    api.GET('/api/series/{seriesId}', { params: { path: { seriesId } }, signal: signal ?? null }),
  );
  const videos = await allOf(
    (page) =>
      answerOf(
        api.GET('/api/videos', {
          params: { query: { series: seriesId, archived: 'include', sort: 'position', ...page } },
          signal: signal ?? null,
        }),
      ),
    MOST_IN_SERIES / 100,
  );
  return { series: data, etag, videos };
}

/** These videos in this order, unless somebody has changed the series meanwhile (STALE). */
export const orderSeries = (seriesId: string, videoIds: string[], etag: string | null) =>
  wholeAnswerOf(
    api.PUT('/api/series/{seriesId}/videos', {
      params: { path: { seriesId }, header: ifMatch(etag) },
      body: { videoIds },
    }),
  );

/** Puts videos behind those of a series: all of them or, with the reason, none. */
export async function appendToSeries(seriesId: string, ids: readonly string[]): Promise<Outcome[]> {
  const all = (isDone: boolean, detail: string | null): Outcome[] =>
    ids.map((id) => ({ id, isDone, detail }));
  try {
    const { videos, etag } = await loadSeries(seriesId);
    const order = appended(
      videos.map(({ id }) => id),
      ids,
    );
    if (order === null) return all(false, `A series holds at most ${MOST_IN_SERIES} videos.`);
    await orderSeries(seriesId, order, etag);
    return all(true, null);
  } catch (error) {
    return all(false, toldOf(error).message);
  }
}
