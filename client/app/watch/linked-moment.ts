import { effect } from '@preact/signals';
import { goTo, type Watch } from './watch.ts';

/** The moment an address names: `?t=83` a second, `?f=1992` a frame, by its centre. Null for none. */
export function momentIn(search: string, frameRate: { num: number; den: number } | null): number | null {
  const asked = new URLSearchParams(search);
  const number = (name: 't' | 'f') => Number(asked.get(name) || Number.NaN);
  const [frame, seconds] = [number('f'), number('t')];
  if (frameRate !== null && Number.isInteger(frame) && frame >= 0)
    return ((frame + 0.5) * frameRate.den) / frameRate.num;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** Opens there. In a screening the screening says where everyone is. */
export function seekToLinkedMoment(watch: Watch): void {
  const asked = momentIn(location.search, watch.boot.video.frameRate);
  if (asked === null || watch.boot.screening) return;
  const stop = effect(() => {
    const player = watch.player.value;
    if (!player) return;
    goTo(watch, Math.min(asked, watch.boot.video.durationSeconds ?? asked));
    queueMicrotask(() => stop());
  });
}
