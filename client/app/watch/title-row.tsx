import { MomentText } from './moment-text.tsx';
import { LikeButton } from './like-button.tsx';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { NameForm } from './name-form.tsx';
import { StartScreening } from './screening/start-screening.tsx';
import { ShareMenu } from './share-menu.tsx';
import { useWatch } from './watch.ts';

/** For who reviews the video, and where it has versions: most pages need neither. */
const StatusPill = lazyPart(async () => (await import('./review/status-pill.tsx')).StatusPill);
const VersionSwitch = lazyPart(async () => (await import('./review/version-switch.tsx')).VersionSwitch);

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** What the video is, and what can be done with it. */
export function TitleRow() {
  const watch = useWatch();
  const { video } = watch.boot;
  const since = video.publishedAt ?? video.createdAt;
  return (
    <section class="title-row" aria-label="About this video">
      <div class="title-line">
        <div>
          <h1 tabIndex={-1}>{video.title}</h1>
          <p class="muted small">
            {video.author && <>{video.author.name} · </>}
            <time dateTime={since}>{day.format(new Date(since))}</time>
          </p>
          <Marks />
        </div>
        <div class="row">
          <LikeButton />
          <ShareMenu />
          <StartScreening />
        </div>
      </div>
      <NameForm place="title" />
      {watch.notice.value && (
        <p class="notice bad" role="alert">
          {watch.notice.value}
        </p>
      )}
      {video.description && (
        <p class="description">
          <MomentText text={video.description} />
        </p>
      )}
    </section>
  );
}

function Marks() {
  const { review, video } = useWatch().boot;
  const hasVersions = video.version.number > 1 || !video.version.isLatest;
  if (review === null && !hasVersions) return null;
  return (
    <div class="title-marks">
      {hasVersions && <VersionSwitch />}
      {review !== null && <StatusPill />}
    </div>
  );
}
