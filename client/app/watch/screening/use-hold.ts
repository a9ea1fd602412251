import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Playback } from '#protocol/playback.ts';
import { isHeld } from '#client/room/hold.ts';
import { usePick, type Watch } from '../watch.ts';

const TICK_MS = 250;

/** The hold everyone is in and the server's time, as often as that is worth showing; null when nobody is waited for. */
export function useHold(watch: Watch): { playback: Playback; serverMs: number } | null {
  const playback = usePick(({ screening }) => screening?.playback ?? null).value;
  const serverMs = useSignal<number | null>(null);
  useEffect(() => {
    if (!playback || playback.awaited.length === 0) return undefined;
    // Ends by itself: once the time is up there is nothing to count.
    const look = () => {
      serverMs.value = watch.room.clock.serverNowMs();
      if (serverMs.value !== null && !isHeld(playback, serverMs.value)) clearInterval(timer);
    };
    const timer = setInterval(look, TICK_MS);
    look();
    return () => clearInterval(timer);
  }, [playback]);
  if (!playback || serverMs.value === null || !isHeld(playback, serverMs.value)) return null;
  return { playback, serverMs: serverMs.value };
}
