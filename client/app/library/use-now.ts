import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const MINUTE_MS = 60_000;
const now = signal(Date.now());
let readers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, to the minute: what counts down is drawn again with it. */
export function useNow(): number {
  useEffect(() => {
    now.value = Date.now();
    if (readers++ === 0) timer = setInterval(() => (now.value = Date.now()), MINUTE_MS);
    return () => {
      if (--readers === 0) clearInterval(timer);
    };
  }, []);
  return now.value;
}
