import type { Viewer } from '#worker/accounts/viewer.ts';
import type { PageAssets } from './assets.ts';
import { renderDocument } from './document.tsx';
import { formatLength } from './format-length.ts';
import { Mark, SiteHeader } from './header.tsx';

export interface HomeVideo {
  shortId: string;
  title: string;
  authorName: string | null;
  durationSeconds: number | null;
  thumbnailUrl: string | null;
}

/** `/`: what can be watched. */
export const renderHome = (viewer: Viewer, assets: PageAssets, videos: HomeVideo[]) =>
  renderDocument({
    title: 'Lockstep',
    assets,
    head: (
      <meta
        name="description"
        content="Watch video together, on the same frame, and talk about what you see."
      />
    ),
    children: (
      <>
        <SiteHeader viewer={viewer} />
        <main id="main" class="wide">
          <h1>{videos.length > 0 ? 'Watch together' : 'Nothing to watch yet'}</h1>
          {videos.length > 0 ? <Grid videos={videos} /> : <Empty viewer={viewer} />}
        </main>
      </>
    ),
  });

function Grid({ videos }: { videos: HomeVideo[] }) {
  return (
    <ul class="card-grid">
      {videos.map((video) => (
        <li class="card">
          <div class="card-picture">
            {video.thumbnailUrl ? <img src={video.thumbnailUrl} alt="" loading="lazy" /> : <Mark />}
            {video.durationSeconds !== null && (
              <span class="length figures">{formatLength(video.durationSeconds)}</span>
            )}
          </div>
          <h2>
            <a href={`/v/${video.shortId}`}>{video.title}</a>
          </h2>
          {video.authorName && <p class="muted small">{video.authorName}</p>}
        </li>
      ))}
    </ul>
  );
}

function Empty({ viewer }: { viewer: Viewer }) {
  const isIn = viewer.kind === 'registered';
  return (
    <div class="empty">
      <p>Public videos appear here. Upload the first one and watch it in step with others.</p>
      <a class="button primary" href={isIn ? '/studio/upload' : '/sign-in?next=/studio/upload'}>
        {isIn ? 'Upload a video' : 'Sign in to upload'}
      </a>
    </div>
  );
}
