import { MomentText } from './moment-text.tsx';
import { LikeButton } from './like-button.tsx';
import { NameForm } from './name-form.tsx';
import { StartScreening } from './screening/start-screening.tsx';
import { ShareMenu } from './share-menu.tsx';
import { useWatch } from './watch.ts';

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
