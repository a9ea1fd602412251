import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { entryNow, keepMark, keepPlace, markFor, placeAt } from './kept-places.ts';
import { cursorOf } from './pages.ts';
import { createVideoList, type Ask, type VideoList } from './video-list.ts';

const SETTLED_MS = 200;

/**
 * The list an address asks for. Going back shows it as it was left, at once and where one stood; a reload begins
 * with the page that was on show. `key` names the question; null while it is not known yet.
 */
export function useVideoList(key: string | null, ask: Ask): VideoList {
  const list = useMemo(createVideoList, []);
  /** Where to scroll once what stands there is drawn. */
  const aim = useSignal<{ scrollY: number } | { topId: string } | null>(null);
  useLayoutEffect(() => {
    if (key === null) return undefined;
    const entry = entryNow();
    const place = placeAt(entry, key);
    const mark = place ? undefined : markFor(key);
    aim.value = place ? { scrollY: place.scrollY } : mark ? { topId: mark.topId } : null;
    void list.open(ask, place ? { pages: place.pages } : { cursor: mark?.cursor ?? null });
    return keepWhileScrolling(list, { entry, key, scrollY: place?.scrollY ?? 0 });
  }, [key]);
  useEffect(() => {
    // The browser would restore a height that is not there yet.
    history.scrollRestoration = 'manual';
    return () => {
      history.scrollRestoration = 'auto';
      list.stop();
    };
  }, []);
  const frame = useRef(0);
  useSignalEffect(() => {
    const target = aim.value;
    const state = list.state.value;
    if (!target || state.stage !== 'loaded' || state.isStale) return;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      aim.value = null;
      if ('scrollY' in target) scrollTo(0, target.scrollY);
      else document.getElementById(cardId(target.topId))?.scrollIntoView({ block: 'start' });
    });
  });
  return list;
}

export const cardId = (videoId: string): string => `video-${videoId}`;

/** Remembers the place while one scrolls and, when one leaves, what was loaded. */
function keepWhileScrolling(
  list: VideoList,
  at: { entry: string; key: string; scrollY: number },
): () => void {
  let { scrollY } = at;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pagesNow = () => {
    const state = list.state.peek();
    return state.stage === 'loaded' && !state.isStale ? state.pages : [];
  };
  const settle = () => {
    const top = topCard();
    if (top) keepMark({ ...at, cursor: cursorOf(pagesNow(), top), topId: top });
  };
  const onScroll = () => {
    scrollY = globalThis.scrollY;
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLED_MS);
  };
  addEventListener('scroll', onScroll, { passive: true });
  return () => {
    removeEventListener('scroll', onScroll);
    clearTimeout(timer);
    const pages = pagesNow();
    if (pages.length > 0) keepPlace(at.entry, { key: at.key, pages, scrollY });
  };
}

/** The first video that is wholly in sight. */
function topCard(): string | undefined {
  const cards = document.querySelectorAll<HTMLElement>('[data-video]');
  return [...cards].find((card) => card.getBoundingClientRect().top >= 0)?.dataset['video'];
}
