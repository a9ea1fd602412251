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
  const before = useRef<{ first: unknown; shown: number } | null>(null);
  useSignalEffect(() => {
    const state = list.state.value;
    if (state.stage !== 'loaded' || state.isStale) return;
    const shown = entries.value.length;
    const first = state.pages[0]?.cursor ?? state.pages;
    const isSame = before.current?.first === first;
    const more = shown - (before.current?.shown ?? 0);
    before.current = { first, shown };
    if (!isSame) shell.announcer.say(countWords(state.pages, shown));
    else if (more > 1) shell.announcer.say(`${counted(more)} more`);
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
