import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { Video } from './pages.ts';

/** The poster in the video's place, and how long the video is. */
export const VideoPicture = ({ video: { thumbnailUrl, durationSeconds } }: { video: Video }) => (
  <div class="card-picture">
    {thumbnailUrl ? <img src={thumbnailUrl} alt="" loading="lazy" decoding="async" /> : <Icon name="film" />}
    {durationSeconds !== null && (
      <span class="length figures">
        <span aria-hidden="true">{formatTime(durationSeconds)}</span>
        <span class="visually-hidden">{spokenTime(durationSeconds)}</span>
      </span>
    )}
  </div>
);
