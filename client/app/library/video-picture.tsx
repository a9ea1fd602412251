import type { ReadonlySignal } from '@preact/signals';
import { Icon } from '#client/ui/app-icon.tsx';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import type { Video } from './pages.ts';
import type { Scrubbed } from './use-scrub.ts';

/** The poster in the video's place, and how long the video is; over it what one leafs through. */
export const VideoPicture = ({
  video: { thumbnailUrl, durationSeconds },
  scrubbed,
}: {
  video: Video;
  scrubbed?: ReadonlySignal<Scrubbed | null>;
}) => (
  <div class="card-picture">
    {thumbnailUrl ? <img src={thumbnailUrl} alt="" loading="lazy" decoding="async" /> : <Icon name="film" />}
    {scrubbed?.value && (
      <div class="scrub" aria-hidden="true">
        <div class="scrub-tile" style={scrubbed.value.style} />
        <div class="scrub-place" style={{ inlineSize: `${scrubbed.value.share * 100}%` }} />
      </div>
    )}
    {durationSeconds !== null && (
      <span class="length figures">
        <span aria-hidden="true">{formatTime(durationSeconds)}</span>
        <span class="visually-hidden">{spokenTime(durationSeconds)}</span>
      </span>
    )}
  </div>
);
