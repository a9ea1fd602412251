import { api, type Shape } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';
import { HEAT_PARTS } from './heat-shares.ts';

/** All that a video was ever reacted with, by parts of its length. */
export const readReactions = (videoId: string): Promise<Shape<'Heat'>> =>
  answerOf(
    api.GET('/api/videos/{id}/reactions', {
      params: { path: { id: videoId }, query: { buckets: HEAT_PARTS } },
    }),
  );
