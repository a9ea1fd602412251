import { effect } from '@preact/signals';
import { formatTime } from '#client/ui/timecode.ts';
import { momentIn } from '../linked-moment.ts';
import { goTo, presentMoment, type Watch } from '../watch.ts';
import { resumePoint } from './progress-rules.ts';

/**
 * Takes a video up where this viewer left it, once the room has said where that was. Not where the address names a
 * moment or a screening, and not under the hands of who has begun to watch already.
 */
export function resumeWhereLeft(watch: Watch): void {
  const { boot } = watch;
  if (boot.screening || momentIn(location.search, boot.video.frameRate) !== null) return;
  const stop = effect(() => {
    const [{ you, screening }, player] = [watch.state.value, watch.player.value];
    if (you === null || player === null) return;
    queueMicrotask(() => stop());
    const point = resumePoint(you.progress, boot.video.durationSeconds ?? 0);
    const hasBegun = !player.video.paused || presentMoment(watch).positionSeconds >= 1;
    if (point === null || hasBegun || screening !== null) return;
    goTo(watch, point);
    watch.resumedAt.value = point;
    watch.announcer.say(`Resumed at ${formatTime(point)}`);
  });
}
