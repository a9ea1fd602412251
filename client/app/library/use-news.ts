import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';
import type { Browse } from './browse.ts';
import { countWords, counted } from './pages.ts';

const LOOK_AGAIN_MS = 4000;
/** More at once would be asked for in vain: they are prepared one after the other. */
const MOST_LOOKED_AT = 6;

/** What changes by itself: how much is there is said, and videos that are being prepared are looked at again. */
export function useNews(browse: Browse): void {
  useSaidCount(browse);
  useProgress(browse);
}

function useSaidCount({ list, entries, shell }: Browse): void {
  const before = useRef<{ pages: number; shown: number } | null>(null);
  useSignalEffect(() => {
    const state = list.state.value;
    const shown = entries.value.length;
    if (state.stage !== 'loaded' || state.isStale) {
      before.current = null;
      return;
    }
    const { pages } = state;
    const known = before.current;
    before.current = { pages: pages.length, shown };
    if (!known) shell.announcer.say(countWords(pages, shown));
    // The same again, with something hidden or changed in it, is told by whoever did that.
    else if (pages.length > known.pages) shell.announcer.say(`${counted(shown - known.shown)} more`);
  });
}

function useProgress({ list, entries }: Browse): void {
  const ids = entries.value
    .filter(({ video }) => video.processingStatus === 'processing')
    .map(({ video }) => video.id)
    .slice(0, MOST_LOOKED_AT);
  useEffect(() => {
    if (ids.length === 0) return undefined;
    const look = async () => {
      if (document.hidden) return;
      const seen = await Promise.allSettled(
        ids.map((id) => answerOf(api.GET('/api/videos/{id}', { params: { path: { id } } }))),
      );
      for (const each of seen) if (each.status === 'fulfilled') list.replace(each.value);
    };
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [ids.join()]);
}
