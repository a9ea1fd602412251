import { api, type Shape } from '#client/api/client.ts';
import { makeStoryboard, sendStoryboard } from './storyboard.ts';
import { answerOf } from '../../request.ts';
import { sendPoster } from './poster.ts';
import { titleOf, type UploadRow, type Video } from './upload-row.ts';

const STORYBOARD_PATIENCE_MS = 120_000;

/** The video a file will be, made before its first byte; asked again with the same id, it is the same one. */
export function makeVideo(
  { id, file, versionOf }: UploadRow,
  organizationId: string | undefined,
): Promise<Video> {
  if (versionOf)
    return answerOf(
      api.POST('/api/videos/{id}/versions', { params: { path: { id: versionOf.id } }, body: { id } }),
    );
  const body: Shape<'VideoDraft'> = {
    id,
    title: titleOf(file.name),
    visibility: 'private',
    tags: [],
    metadata: {},
    ...(organizationId && { organizationId }),
  };
  return answerOf(api.POST('/api/videos', { body }));
}

export const readVideo = (id: string): Promise<Video> =>
  answerOf(api.GET('/api/videos/{id}', { params: { path: { id } } }));

/** To the trash, from where it can be brought back. */
export const discardVideo = (id: string): Promise<unknown> =>
  answerOf(api.DELETE('/api/videos/{id}', { params: { path: { id } } })).catch(() => undefined);

/** What is drawn here for a video that plays: best effort, nobody waits for the second. */
export async function addPictures(id: string, file: File, poster: Promise<Blob | undefined>): Promise<void> {
  const picture = await poster;
  if (picture) await sendPoster(id, picture);
  void makeStoryboard(file, AbortSignal.timeout(STORYBOARD_PATIENCE_MS)).then(
    (storyboard) => storyboard && sendStoryboard(id, storyboard),
  );
}
