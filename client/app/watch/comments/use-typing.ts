import { useEffect, useRef } from 'preact/hooks';
import { useWatch } from '../watch.ts';
import { TYPING_MS } from './typists.ts';

const STILL_TYPING_MS = 4000;

/** Tells the room "typing" now and then while keys fall, and "watching" when they have stopped for a while. */
export function useTyping(): { typed: () => void; stopped: () => void } {
  const { room } = useWatch();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const toldAtMs = useRef(0);
  const stopped = () => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    room.setActivity('watching');
  };
  const typed = () => {
    const isNew = timer.current === undefined;
    const nowMs = performance.now();
    if (isNew || nowMs - toldAtMs.current > TYPING_MS / 2) {
      toldAtMs.current = nowMs;
      // The room passes on changes only: saying the same again would tell nobody.
      if (!isNew) room.setActivity('watching');
      room.setActivity('typing');
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(stopped, STILL_TYPING_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { typed, stopped };
}
