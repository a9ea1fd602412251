import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import type { VideoRow } from '#worker/library/videos.queries.ts';
import { toVideoView, type Video } from '#worker/library/view.ts';
import { assetsOf } from '../assets.ts';
import { EmbedDocument } from './embed-document.tsx';
import type { EmbedOptions } from './embed-options.ts';
import { spokenLength } from './spoken-length.ts';

interface Embedded {
  video: VideoRow;
  chapters: { title: string; startSeconds: number; endSeconds: number }[];
  options: EmbedOptions;
  /** Whether watching here is a use of the link it was let in by. */
  opensLink: boolean;
  screening: { id: string; hasEnded: boolean } | null;
}

/** The first paint: the poster, the title and a button. The page's script brings the player in when it is wanted. */
export async function renderEmbed(
  c: Context<AppEnv>,
  { video: row, chapters, options, opensLink, screening }: Embedded,
) {
  const [video, assets] = await Promise.all([toVideoView(c.env, row, Date.now()), assetsOf(c.env, 'embed')]);
  const { id, shortId, title, hlsUrl, thumbnailUrl, storyboardUrl, durationSeconds, frameRate } = video;
  const pageUrl = new URL(`/v/${shortId}`, publicOriginOf(c)).href;
  return EmbedDocument({
    title,
    assets,
    boot: {
      video: { id, shortId, title, hlsUrl, thumbnailUrl, storyboardUrl, durationSeconds, frameRate },
      // Whether other sites' programs may read of it, too: comments are read only then.
      isOpen: video.visibility === 'public' || video.visibility === 'unlisted',
      chapters,
      options,
      opensLink,
      screening,
      pageUrl,
    },
    children: <Shell video={video} pageUrl={pageUrl} accent={options.accent} />,
  });
}

function Shell({ video, pageUrl, accent }: { video: Video; pageUrl: string; accent: string | null }) {
  const isPlayable = video.hlsUrl !== null;
  return (
    <main class="embed" id="embed" style={accent ? `--lockstep-accent: ${accent}` : undefined}>
      <div class="embed-stage" id="stage">
        {video.thumbnailUrl && <img class="embed-poster" src={video.thumbnailUrl} alt="" />}
        {isPlayable ? (
          <button class="embed-play" id="play" type="button" aria-label={playLabelOf(video)}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M8 5.2v13.6L19 12z" />
            </svg>
          </button>
        ) : (
          <p class="embed-words">This video is still being prepared.</p>
        )}
      </div>
      <h1 class="embed-title">
        <a href={pageUrl} target="_blank" rel="noopener">
          {video.title}
        </a>
      </h1>
      <p class="embed-news" id="news" role="status" />
      <noscript>
        <p class="embed-words">
          Playing here needs JavaScript.{' '}
          <a href={pageUrl} target="_blank" rel="noopener">
            Open the video’s page.
          </a>
        </p>
      </noscript>
    </main>
  );
}

/** "Play: Big Buck Bunny, 10 minutes" */
const playLabelOf = ({ title, durationSeconds }: Video): string =>
  ['Play: ', title, ...(durationSeconds === null ? [] : [', ', spokenLength(durationSeconds)])].join('');
