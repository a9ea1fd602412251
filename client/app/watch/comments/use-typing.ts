import { useEffect, useRef } from 'preact/hooks';
import { useWatch } from '../watch.ts';

const STILL_TYPING_MS = 4000;

/** Tells the room "typing" once while keys fall, and "watching" when they have stopped for a while. */
export function useTyping(): { typed: () => void; stopped: () => void } {
  const { room } = useWatch();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopped = () => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    room.setActivity('watching');
  };
  const typed = () => {
    if (timer.current === undefined) room.setActivity('typing');
    clearTimeout(timer.current);
    timer.current = setTimeout(stopped, STILL_TYPING_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { typed, stopped };
}
