import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { endVideo } from '#worker/rooms/end-rights.ts';
import { tendEach } from '#worker/rooms/tend-rooms.ts';
import { listVideosToEnd } from './organization-end.queries.ts';

interface VideoRef {
  id: string;
  shortId: string;
}

/** Told before the answer; of these somebody may be watching. The others follow behind it, the rest within the hour. */
const AT_ONCE = 200;
const AT_MOST = 2_000;
const SIDE_BY_SIDE = 25;

export const listLiveVideos = (c: Context<AppEnv>, organizationId: string): Promise<VideoRef[]> =>
  listVideosToEnd(c.get('db'), organizationId, AT_MOST);

/** Closes the rooms of what was an organization's, and refuses the media that was given out. */
export async function endOrganization(
  c: Context<AppEnv>,
  videos: readonly VideoRef[],
  endedAt: Date,
): Promise<void> {
  const end = (video: VideoRef) => endVideo(c, video, endedAt, 'The organization has been dissolved.');
  await tendEach(videos.slice(0, AT_ONCE), end, SIDE_BY_SIDE);
  if (videos.length > AT_ONCE) c.executionCtx.waitUntil(tendEach(videos.slice(AT_ONCE), end, SIDE_BY_SIDE));
}
