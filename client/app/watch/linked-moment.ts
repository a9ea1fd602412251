import { effect } from '@preact/signals';
import { goTo, type Watch } from './watch.ts';

/** `?t=83` opens at that second. In a screening the screening says where everyone is. */
export function seekToLinkedMoment(watch: Watch): void {
  const asked = Number(new URLSearchParams(location.search).get('t') ?? Number.NaN);
  if (!Number.isFinite(asked) || asked <= 0 || watch.boot.screening) return;
  const stop = effect(() => {
    const player = watch.player.value;
    if (!player) return;
    goTo(watch, Math.min(asked, watch.boot.video.durationSeconds ?? asked));
    queueMicrotask(() => stop());
  });
}
