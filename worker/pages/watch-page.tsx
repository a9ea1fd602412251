import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import type { VideoRow } from '#worker/library/videos.queries.ts';
import { toVideoView } from '#worker/library/view.ts';
import { assetsOf } from './assets.ts';
import { renderDocument } from './document.tsx';
import { listChapters } from './page.queries.ts';
import { WatchHead } from './watch-head.tsx';
import { WatchShell } from './watch-shell.tsx';

/** One video, alone or in step: the page's script is handed all that was read, so that it asks for nothing first. */
export async function renderWatch(
  c: Context<AppEnv>,
  row: VideoRow,
  screening: { id: string; shortId: string } | null,
) {
  const viewer = c.get('viewer');
  const [video, chapters, assets] = await Promise.all([
    toVideoView(c.env, row, Date.now()),
    listChapters(c.get('db'), viewer, row.id),
    assetsOf(c.env, 'watch'),
  ]);
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
        isInStep={screening !== null}
      />
    ),
    boot: {
      video,
      chapters,
      screening: screening && { id: screening.id, shortId: screening.shortId },
      viewer,
    },
    children: <WatchShell video={video} viewer={viewer} />,
  });
}
