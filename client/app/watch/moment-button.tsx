import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { goTo, useWatch } from './watch.ts';

/** The moment of something that was said; pressed, it is shown. */
export function MomentButton({ seconds }: { seconds: number }) {
  const watch = useWatch();
  return (
    <button
      type="button"
      class="timecode"
      aria-label={`${formatTime(seconds)}, go to ${spokenTime(seconds)}`}
      onClick={() => goTo(watch, seconds)}
    >
      <bdi>{formatTime(seconds)}</bdi>
    </button>
  );
}
