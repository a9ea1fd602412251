import { useComputed } from '@preact/signals';
import { formatTime } from '#client/ui/timecode.ts';
import { useWatch } from '../watch.ts';

/** The moment a comment is about: runs with playback, stands still once writing begins; pressed, it is now again. */
export function MomentChip({ onRetime }: { onRetime: () => void }) {
  const watch = useWatch();
  const seconds = useComputed(() =>
    Math.floor(watch.writing.moment.value?.positionSeconds ?? watch.time.value.positionSeconds),
  ).value;
  const isFixed = watch.writing.moment.value !== null;
  return (
    <button
      type="button"
      class="timecode"
      data-fixed={isFixed}
      title={isFixed ? 'Use the present moment instead' : 'The moment on show'}
      aria-label={`${formatTime(seconds)}, ${isFixed ? 'use the present moment instead' : 'the moment on show'}`}
      onClick={onRetime}
    >
      <bdi>{formatTime(seconds)}</bdi>
    </button>
  );
}
