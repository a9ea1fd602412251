import { AppError } from '#worker/http/app-error.ts';
import { createRouter } from '#worker/http/router.ts';
import { toVideoView } from '#worker/library/view.ts';
import { getNamed } from './embed.queries.ts';
import { isOutsiderOrigin } from './embedder.ts';
import { ownHostsOf } from './own-hosts.ts';

/**
 * What `<lockstep-player video="…">` asks, in one request and without cookies from another site's page: the same sites may show
 * a video by the element as by a frame. Its script asks, and keeps to it; what is open to all is read by any program.
 */
export const elementRoutes = createRouter();

elementRoutes.get('/embed/:shortId/video.json', async (c) => {
  c.header('cache-control', 'private, no-cache');
  c.header('vary', 'cookie, origin');
  const named = await getNamed(c.get('db'), c.get('viewer'), c.req.param('shortId'));
  if (isOutsiderOrigin(c.req.header('origin'), ownHostsOf(c), named.domains))
    throw new AppError('FORBIDDEN', 'This video is not available on this site.');
  const { chapters, transcripts } = named;
  const { title, hlsUrl, thumbnailUrl, storyboardUrl, durationSeconds, frameRate } = await toVideoView(
    c.env,
    named.video,
    Date.now(),
  );
  const video = { title, hlsUrl, thumbnailUrl, storyboardUrl, durationSeconds, frameRate };
  return c.json({ video, chapters, transcripts });
});
