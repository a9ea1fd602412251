import { usePick, useWatch } from '../watch.ts';
import { formatSpan } from './loop.ts';

/** Says what is played over and over, and how to leave it. */
export function LoopNotice() {
  const watch = useWatch();
  const loop = watch.loop.value;
  const isAlone = usePick((state) => state.screening === null).value;
  if (!loop || !isAlone) return null;
  return (
    <p class="row small loop-notice">
      <span>
        Looping <bdi class="figures">{formatSpan(loop.startSeconds, loop.endSeconds)}</bdi>
      </span>
      <button type="button" class="button small-button" onClick={() => (watch.loop.value = null)}>
        Stop looping
      </button>
    </p>
  );
}
