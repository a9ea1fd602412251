import { api, type Shape } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';

export type Version = Shape<'Video'>;

/** The stack a video is in, as far as one may see it, the newest first. */
export const readVersions = async (videoId: string): Promise<readonly Version[]> =>
  (await answerOf(api.GET('/api/videos/{id}/versions', { params: { path: { id: videoId } } }))).items;

/** Those before a version, the newest of them first. */
export const olderThan = (versions: readonly Version[], number: number): Version[] =>
  versions
    .filter(({ version }) => version.number < number)
    .toSorted((a, b) => b.version.number - a.version.number);
