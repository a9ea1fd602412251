import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Video } from '#worker/library/view.ts';
import { SiteHeader } from './header.tsx';

/** The first paint of the watch page, and all of it where scripts do not run. The page's script takes its place. */
export function WatchShell({ video, viewer }: { video: Video; viewer: Viewer }) {
  return (
    <>
      <SiteHeader viewer={viewer} />
      <main id="main" class="watch">
        <div class="watch-video">
          <div class="stage">
            {video.thumbnailUrl && (
              <img src={video.thumbnailUrl} alt="" width="1280" height="720" fetchpriority="high" />
            )}
          </div>
          <section class="title-row" aria-label="About this video">
            <h1>{video.title}</h1>
            {video.author && <p class="muted small">{video.author.name}</p>}
            {video.description && <p class="description">{video.description}</p>}
            <noscript>
              <p class="notice">
                Playing in step and commenting need JavaScript.
                {video.hlsUrl && (
                  <>
                    {' '}
                    Your browser may play the <a href={video.hlsUrl}>video stream</a> by itself.
                  </>
                )}
              </p>
            </noscript>
          </section>
        </div>
        <div class="side" />
      </main>
    </>
  );
}
