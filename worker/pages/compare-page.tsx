import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import type { VideoRow } from '#worker/library/videos.queries.ts';
import { toVideoView } from '#worker/library/view.ts';
import { assetsOf } from './assets.ts';
import { renderForm } from './form-page.tsx';

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
  return renderForm(viewer, assets, title, { isTheatre: true, a, b });
}
