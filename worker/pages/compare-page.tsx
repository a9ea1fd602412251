import type { Context } from 'hono';
import { faceOf } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import type { VideoRow } from '#worker/library/videos.queries.ts';
import { toVideoView } from '#worker/library/view.ts';
import { assetsOf } from './assets.ts';
import { renderDocument } from './document.tsx';
import { SiteHeader } from './header.tsx';

/** Two videos at the same moment; undefined where one of them cannot be played. Dark, as watching is. */
export async function renderCompare(c: Context<AppEnv>, rows: { a: VideoRow; b: VideoRow }) {
  const viewer = c.get('viewer');
  const nowMs = Date.now();
  const [a, b, assets] = await Promise.all([
    toVideoView(c.env, rows.a, nowMs),
    toVideoView(c.env, rows.b, nowMs),
    assetsOf(c.env, 'compare'),
  ]);
  if (!a.hlsUrl || !b.hlsUrl) return undefined;
  const title = `${a.title}: v${a.version.number} and v${b.version.number}`;
  return renderDocument({
    title: `${title} · Lockstep`,
    assets,
    isTheatre: true,
    boot: { a, b, viewer: faceOf(viewer) },
    children: (
      <>
        <SiteHeader viewer={viewer} />
        <main id="main" class="narrow">
          <h1>{title}</h1>
          <noscript>
            <p class="notice">This page needs JavaScript.</p>
          </noscript>
        </main>
      </>
    ),
  });
}
