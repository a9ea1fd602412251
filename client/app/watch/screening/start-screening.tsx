import { useSignal } from '@preact/signals';
import { Icon } from '#client/ui/icon.tsx';
import { usePick, useWatch } from '../watch.ts';
import { startScreening } from './membership.ts';

/** "Start a screening from here": whoever opens its link then sees the same frame. Gone while in one. */
export function StartScreening() {
  const watch = useWatch();
  const isInStep = usePick((state) => state.screening !== null).value;
  const isBusy = useSignal(false);
  if (isInStep || !watch.boot.video.hlsUrl) return null;
  const start = async () => {
    isBusy.value = true;
    await startScreening(watch);
    isBusy.value = false;
  };
  return (
    <button
      type="button"
      class="button primary"
      onClick={start}
      disabled={isBusy.value}
      aria-busy={isBusy.value}
    >
      <Icon name="people" />
      Start a screening from here
    </button>
  );
}
