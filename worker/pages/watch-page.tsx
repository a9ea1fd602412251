import type { Context } from 'hono';
import { faceOf } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import type { VideoRow } from '#worker/library/videos.queries.ts';
import { toVideoView } from '#worker/library/view.ts';
import { reviewOf } from '#worker/rooms/approval.ts';
import { assetsOf } from './assets.ts';
import { renderDocument } from './document.tsx';
import { listChapters } from './page.queries.ts';
import { WatchHead } from './watch-head.tsx';
import { WatchShell } from './watch-shell.tsx';

/**
 * One video, alone or in step: the page's script is handed all that was read, so that it asks for nothing first.
 * By the link of a screening that has ended it is alone, with the recap above it.
 */
export async function renderWatch(
  c: Context<AppEnv>,
  row: VideoRow,
  screening: { id: string; shortId: string; endedAt: Date | null } | null,
) {
  const viewer = c.get('viewer');
  const [video, chapters, assets] = await Promise.all([
    toVideoView(c.env, row, Date.now()),
    listChapters(c.get('db'), viewer, row.id),
    assetsOf(c.env, 'watch'),
  ]);
  const address = screening && { id: screening.id, shortId: screening.shortId };
  const hasEnded = screening?.endedAt != null;
  const path = screening ? `/s/${screening.shortId}` : `/v/${video.shortId}`;
  return renderDocument({
    title: `${video.title} · Lockstep`,
    assets,
    isTheatre: true,
    head: (
      <WatchHead
        video={video}
        chapters={chapters}
        origin={publicOriginOf(c)}
        path={path}
        isFromStart={(screening === null || hasEnded) && !('t' in c.req.query() || 'f' in c.req.query())}
      />
    ),
    boot: {
      video,
      chapters,
      screening: hasEnded ? null : address,
      endedScreening: hasEnded ? address : null,
      viewer: faceOf(viewer),
      review: reviewOf(viewer, row),
    },
    children: <WatchShell video={video} viewer={viewer} />,
  });
}
