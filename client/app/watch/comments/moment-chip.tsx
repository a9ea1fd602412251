import { useComputed } from '@preact/signals';
import { formatTime } from '#client/ui/timecode.ts';
import { standAt } from '../drawing/stand-at.ts';
import { useWatch } from '../watch.ts';

/** The moment a comment is about: runs with playback, stands still once writing begins; pressed, it is now again. */
export function MomentChip({ onRetime }: { onRetime: () => void }) {
  const watch = useWatch();
  const seconds = useComputed(() =>
    Math.floor(watch.writing.moment.value?.positionSeconds ?? watch.time.value.positionSeconds),
  ).value;
  const fixed = watch.writing.moment.value;
  const isFixed = fixed !== null;
  // The chip is short; which frame it is stands here.
  const exact = fixed ? watch.player.value?.timecodeOf(fixed.positionSeconds) : undefined;
  // What is drawn belongs to its frame: that is gone to, not left behind.
  const drawnAt = watch.writing.drawing.value.length > 0 ? watch.writing.moment.value : null;
  const does = drawnAt
    ? 'Go to the frame you drew on'
    : isFixed
      ? 'Use the present moment instead'
      : 'The moment on show';
  return (
    <button
      type="button"
      class="timecode"
      data-fixed={isFixed}
      title={exact === undefined ? does : `${exact}: ${does.toLowerCase()}`}
      aria-label={`${formatTime(seconds)}, ${does.toLowerCase()}`}
      onClick={() => (drawnAt ? void standAt(watch, drawnAt.positionSeconds) : onRetime())}
    >
      <bdi>{formatTime(seconds)}</bdi>
    </button>
  );
}
