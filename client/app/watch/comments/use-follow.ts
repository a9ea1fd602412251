import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Follow {
  list: RefObject<HTMLDivElement | null>;
  isFollowing: ReadonlySignal<boolean>;
  /** The viewer has moved the list: leave it where it is. */
  letGo: () => void;
  resume: () => void;
}

/** Keeps the thread playback has reached in sight until the reader scrolls; never moves the page itself. */
export function useFollow(nearestId: string | undefined, isPlaying: boolean): Follow {
  const list = useRef<HTMLDivElement>(null);
  const isFollowing = useSignal(true);

  useEffect(() => {
    if (!nearestId || !isFollowing.value || !isPlaying || !list.current) return;
    // Not while somebody reads or writes in there.
    if (list.current.contains(document.activeElement)) return;
    show(list.current, nearestId);
  }, [nearestId, isPlaying, isFollowing.value, isFollowing]);

  return {
    list,
    isFollowing,
    letGo: () => {
      isFollowing.value = false;
    },
    resume: () => {
      isFollowing.value = true;
      if (nearestId && list.current) show(list.current, nearestId);
    },
  };
}

export function show(list: HTMLElement, id: string): void {
  const row = list.querySelector<HTMLElement>(`[data-comment="${id}"]`);
  if (!row) return;
  const top = row.offsetTop - list.clientHeight / 3;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollTo({ top, behavior: isCalm ? 'instant' : 'smooth' });
}
