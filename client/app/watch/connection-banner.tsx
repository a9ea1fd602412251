import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { usePick, useWatch } from './watch.ts';

const FADE_AFTER_MS = 2500;
/** Coming back under a new name takes less than this, and is not a loss. */
const SHOWN_AFTER_MS = 800;

/** How the link to the room stands, when it is not simply well. Nothing at all otherwise. */
export function ConnectionBanner() {
  const watch = useWatch();
  const connection = usePick((state) => state.connection).value;
  const isDelayed = usePick((state) => state.persist === 'delayed').value;
  const hasBeenOpen = useRef(false);
  const wasLost = useRef(false);
  const isLost = useSignal(false);
  const isBack = useSignal(false);
  const { status } = connection;
  // Kept through the next attempt: it may be the tenth at a room that is full.
  const said = useRef<string | null>(null);
  if (connection.status === 'waiting') said.current = connection.message;
  const words = status === 'waiting' || status === 'connecting' ? said.current : null;

  useEffect(() => {
    if (status === 'open') {
      hasBeenOpen.current = true;
      isLost.value = false;
      if (!wasLost.current) return undefined;
      wasLost.current = false;
      isBack.value = true;
      return after(FADE_AFTER_MS, () => (isBack.value = false));
    }
    if ((!hasBeenOpen.current && words === null) || status === 'closed') return undefined;
    return after(SHOWN_AFTER_MS, () => {
      wasLost.current = true;
      isLost.value = true;
    });
  }, [status === 'open', status === 'closed', words]);

  return (
    <div class="banner-place" role="status">
      {isLost.value && status !== 'closed' && (
        <p class="banner warn">{words ?? 'Reconnecting… your comments are kept'}</p>
      )}
      {connection.status === 'closed' && (
        <p class="banner warn">
          {connection.message}{' '}
          <button type="button" class="button" onClick={() => watch.room.rejoin()}>
            Connect again
          </button>
        </p>
      )}
      {isBack.value && <p class="banner good">Back in sync</p>}
      {isDelayed && <p class="banner">Saving is delayed. Nothing is lost.</p>}
    </div>
  );
}

function after(delayMs: number, act: () => void): () => void {
  const timer = setTimeout(act, delayMs);
  return () => clearTimeout(timer);
}
