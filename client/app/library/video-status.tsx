import { Icon, type IconName } from '#client/ui/app-icon.tsx';
import { STATUS_WORDS, VISIBILITY_WORDS } from './filter-words.ts';
import type { Video } from './pages.ts';

const STATUS_ICONS: Record<Video['processingStatus'], IconName> = {
  pending: 'clock',
  processing: 'clock',
  complete: 'check',
  error: 'warning',
  cancelled: 'close',
};

const VISIBILITY_ICONS: Record<Video['visibility'], IconName> = {
  private: 'lock',
  organization: 'people',
  unlisted: 'link',
  public: 'globe',
};

/** How far a video is; why, where it cannot be played. */
export function VideoStatus({ video }: { video: Video }) {
  const { processingStatus: status, processingProgress: percent, processingError } = video;
  return (
    <div class="video-status small" data-status={status}>
      <span class="with-icon">
        <Icon name={STATUS_ICONS[status]} />
        {STATUS_WORDS[status]}
        {status === 'processing' && <span class="figures">{percent} %</span>}
      </span>
      {status === 'processing' && (
        <progress class="progress" max={100} value={percent} aria-label={`${video.title} is being prepared`}>
          {percent} %
        </progress>
      )}
      {status === 'error' && processingError && <span>{processingError}</span>}
    </div>
  );
}

/** Who may see it. */
export const VideoSharing = ({ visibility }: { visibility: Video['visibility'] }) => (
  <span class="with-icon">
    <Icon name={VISIBILITY_ICONS[visibility]} />
    {VISIBILITY_WORDS[visibility]}
  </span>
);
