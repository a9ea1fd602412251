import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { usePick, useWatch } from './watch.ts';

const FADE_AFTER_MS = 2500;

/** How the link to the room stands, when it is not simply well. Nothing at all otherwise. */
export function ConnectionBanner() {
  const watch = useWatch();
  const connection = usePick((state) => state.connection).value;
  const isDelayed = usePick((state) => state.persist === 'delayed').value;
  const wasLost = useRef(false);
  const isBack = useSignal(false);
  const isLost =
    connection.status === 'waiting' || (connection.status === 'connecting' && connection.attempt > 1);

  useEffect(() => {
    if (isLost) wasLost.current = true;
    if (connection.status !== 'open' || !wasLost.current) return undefined;
    wasLost.current = false;
    isBack.value = true;
    const timer = setTimeout(() => (isBack.value = false), FADE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isLost, connection.status, isBack]);

  return (
    <div class="banner-place" role="status">
      {isLost && <p class="banner warn">Reconnecting… your comments are kept</p>}
      {connection.status === 'closed' && (
        <p class="banner warn">
          {connection.message}{' '}
          <button type="button" class="button" onClick={() => watch.room.rejoin()}>
            Connect again
          </button>
        </p>
      )}
      {isBack.value && !isLost && <p class="banner good">Back in sync</p>}
      {isDelayed && <p class="banner">Saving is delayed. Nothing is lost.</p>}
    </div>
  );
}
