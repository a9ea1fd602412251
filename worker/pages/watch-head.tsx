import type { Video } from '#worker/library/view.ts';
import { firstFilesOf } from '#worker/media/playback-url.ts';
import { toScriptJson } from './script-json.ts';
import { raw } from 'hono/html';
import { videoObject, type OutlineEntry } from './video-object.ts';

/** What other sites and search engines are told about a video, and what the browser may fetch early. */
export function WatchHead({
  video,
  chapters,
  origin,
  path,
  isFromStart,
}: {
  video: Video;
  chapters: OutlineEntry[];
  origin: string;
  path: string;
  /** Neither in step nor by a link to a moment: most likely it begins at the beginning. */
  isFromStart: boolean;
}) {
  const description = (video.description ?? '').slice(0, 300);
  const absolute = (address: string) => new URL(address, origin).href;
  return (
    <>
      <link rel="canonical" href={absolute(`/v/${video.shortId}`)} />
      {video.visibility !== 'public' && <meta name="robots" content="noindex" />}
      {mayBeEmbedded(video) && (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={absolute(`/oembed?format=json&url=${encodeURIComponent(absolute(path))}`)}
          title={video.title}
        />
      )}
      {description && <meta name="description" content={description} />}
      <meta property="og:site_name" content="Lockstep" />
      <meta property="og:type" content="video.other" />
      <meta property="og:title" content={video.title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={absolute(path)} />
      {video.thumbnailUrl && <meta property="og:image" content={absolute(video.thumbnailUrl)} />}
      {video.hlsUrl && (
        <>
          <meta property="og:video" content={absolute(video.hlsUrl)} />
          <meta property="og:video:type" content="application/vnd.apple.mpegurl" />
          {video.width && <meta property="og:video:width" content={String(video.width)} />}
          {video.height && <meta property="og:video:height" content={String(video.height)} />}
        </>
      )}
      {video.thumbnailUrl && <link rel="preload" as="image" href={video.thumbnailUrl} fetchpriority="high" />}
      {video.hlsUrl &&
        // Mode and credentials as hls.js has them, or they would be fetched twice.
        firstFilesOf(video.hlsUrl, isFromStart).map((href) => (
          <link
            rel="preload"
            as="fetch"
            href={href}
            crossorigin="anonymous"
            fetchpriority={href.endsWith('.m4s') ? 'low' : 'high'}
          />
        ))}
      <meta name="twitter:card" content={video.thumbnailUrl ? 'summary_large_image' : 'summary'} />
      <meta name="theme-color" content="#0e0f13" />
      <script type="application/ld+json">{raw(toScriptJson(videoObject(video, chapters, origin)))}</script>
    </>
  );
}

/** Anywhere at all; which sites may is told to browsers by the embed itself. */
const mayBeEmbedded = ({ visibility, embedDomains }: Video): boolean =>
  (visibility === 'public' || visibility === 'unlisted') && embedDomains?.length !== 0;
