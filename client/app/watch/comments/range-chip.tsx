import { useComputed } from '@preact/signals';
import { Icon } from '#client/ui/icon.tsx';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { presentMoment, useWatch } from '../watch.ts';

/** Where what a comment is about ends: offered once playback has left its beginning, and taken back by its cross. */
export function RangeChip() {
  const watch = useWatch();
  const { moment, endSeconds, setSpanEnd, clearSpan } = watch.writing;
  const isBeyond = useComputed(() => {
    const begin = moment.value?.positionSeconds;
    return begin !== undefined && Math.floor(watch.time.value.positionSeconds) !== Math.floor(begin);
  }).value;
  const end = endSeconds.value;
  if (end !== null)
    return (
      <span class="range-chip">
        <span aria-hidden="true">–</span>
        <button
          type="button"
          class="timecode"
          data-fixed="true"
          title="End at the present moment instead (o)"
          aria-label={`Ends at ${spokenTime(end)}, end at the present moment instead`}
          onClick={() => setSpanEnd(presentMoment(watch))}
        >
          <bdi>{formatTime(end)}</bdi>
        </button>
        <button
          type="button"
          class="button plain icon-only small-button"
          title="One moment only (u)"
          aria-label="Make it about one moment only"
          onClick={clearSpan}
        >
          <Icon name="close" />
        </button>
      </span>
    );
  if (!isBeyond) return null;
  return (
    <button
      type="button"
      class="button plain small-button"
      title="The comment is about all from its moment to the present one (o)"
      onClick={() => setSpanEnd(presentMoment(watch))}
    >
      to here
    </button>
  );
}
