import { useSignalEffect } from '@preact/signals';
import { Icon } from '#client/ui/icon.tsx';
import { formatTime } from '#client/ui/timecode.ts';
import { goTo, useWatch } from '../watch.ts';

/** Who watches on for so long has not wanted to start over. */
const SHOWN_SECONDS = 15;

/** That the video did not begin at its start, and the way there. */
export function ResumeNotice() {
  const watch = useWatch();
  const { resumedAt } = watch;
  useSignalEffect(() => {
    const [at, { positionSeconds, isPlaying }] = [resumedAt.value, watch.time.value];
    if (at === null) return;
    const hasMovedOn = positionSeconds > at + SHOWN_SECONDS || (isPlaying && positionSeconds < at - 1);
    if (hasMovedOn || watch.state.value.screening !== null) resumedAt.value = null;
  });
  const at = resumedAt.value;
  if (at === null) return null;
  const startOver = () => {
    goTo(watch, 0);
    resumedAt.value = null;
    watch.player.peek()?.video.focus();
  };
  return (
    <p class="resume-notice small">
      <span>
        Resumed at <bdi class="figures">{formatTime(at)}</bdi>
      </span>
      <button type="button" class="button plain" onClick={startOver}>
        Start over
      </button>
      <button
        type="button"
        class="button plain icon-only"
        aria-label="Dismiss"
        onClick={() => (resumedAt.value = null)}
      >
        <Icon name="close" />
      </button>
    </p>
  );
}
