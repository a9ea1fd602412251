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
  const mark = useRef(() => undefined as void);
  useLayoutEffect(() => {
    if (key === null) return undefined;
    const entry = entryNow();
    const place = placeAt(entry, key);
    const marked = place ? undefined : markFor(key);
    aim.value = place ? { scrollY: place.scrollY } : marked ? { topId: marked.topId } : null;
    void list.open(ask, place ? { pages: place.pages } : { cursor: marked?.cursor ?? null });
    const keeping = keepWhileScrolling(list, { entry, key, scrollY: place?.scrollY ?? 0 });
    mark.current = keeping.mark;
    return keeping.stop;
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
      mark.current();
    });
  });
  return list;
}

export const cardId = (videoId: string): string => `video-${videoId}`;

/** Remembers the place while one scrolls and, when one leaves, what was loaded. */
function keepWhileScrolling(
  list: VideoList,
  { entry, key, ...from }: { entry: string; key: string; scrollY: number },
): { mark: () => void; stop: () => void } {
  let { scrollY } = from;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pagesNow = () => {
    const state = list.state.peek();
    return state.stage === 'loaded' && !state.isStale ? state.pages : [];
  };
  const mark = () => {
    clearTimeout(timer);
    const topId = topCard();
    if (topId) keepMark({ entry, key, cursor: cursorOf(pagesNow(), topId), topId });
  };
  const onScroll = () => {
    scrollY = globalThis.scrollY;
    clearTimeout(timer);
    timer = setTimeout(mark, SETTLED_MS);
  };
  addEventListener('scroll', onScroll, { passive: true });
  // A reload does not wait until the scrolling has settled.
  addEventListener('pagehide', mark);
  const stop = () => {
    removeEventListener('scroll', onScroll);
    removeEventListener('pagehide', mark);
    clearTimeout(timer);
    const pages = pagesNow();
    if (pages.length > 0) keepPlace(entry, { key, pages, scrollY });
  };
  return { mark, stop };
}

/** The first video that is wholly in sight. */
function topCard(): string | undefined {
  const cards = document.querySelectorAll<HTMLElement>('[data-video]');
  return [...cards].find((card) => card.getBoundingClientRect().top >= 0)?.dataset['video'];
}
