import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { useBrowse } from './browse.ts';
import { isNarrowed } from './library-query.ts';
import { countWords } from './pages.ts';
import { VideoCard } from './video-card.tsx';
import type { Way } from './video-list.ts';

const NothingFound = lazyPart(async () => (await import('./nothing-found.tsx')).NothingFound);

/** The list in whichever of its states it is. */
export function VideoEntries({ empty }: { empty: ComponentChildren }) {
  const { list, entries, view, query } = useBrowse();
  const state = list.state.value;
  if (state.stage === 'failed') return <Failure error={state.error} retry={() => void list.retry()} />;
  if (state.stage === 'loading') return <Skeleton />;
  const { pages, isStale } = state;
  if (entries.value.length === 0) return isNarrowed(query) ? <NothingFound /> : <>{empty}</>;
  return (
    <div class="stack" aria-busy={isStale}>
      <p class="small muted figures list-count">{countWords(pages, entries.value.length)}</p>
      {pages[0]?.prev && <MoreButton way="before" />}
      <ul class="video-cards" data-view={view.value} data-stale={isStale}>
        {entries.value.map((entry) => (
          <VideoCard key={entry.video.id} entry={entry} />
        ))}
      </ul>
      {pages.at(-1)?.next && <MoreButton way="behind" />}
    </div>
  );
}

const LABELS: Record<Way, string> = { behind: 'Load more', before: 'Load those before' };

/** By a press at either end; at the lower one also when it comes into sight. */
function MoreButton({ way }: { way: Way }) {
  const { list } = useBrowse();
  const button = useRef<HTMLButtonElement>(null);
  const growth = list.growth.value[way];
  useEffect(() => {
    if (way !== 'behind' || growth.stage !== 'idle' || !button.current) return undefined;
    const watcher = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) void list.grow(way);
      },
      { rootMargin: '400px' },
    );
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [way, growth.stage]);
  if (growth.stage === 'failed') return <Failure error={growth.error} retry={() => void list.grow(way)} />;
  return (
    <button
      ref={button}
      type="button"
      class="button more-button"
      aria-busy={growth.stage === 'loading'}
      onClick={() => void list.grow(way)}
    >
      {growth.stage === 'loading' ? 'Loading …' : LABELS[way]}
    </button>
  );
}

const PLACES = Array.from({ length: 8 }, (_, index) => index);

/** In the shape of what comes, so that nothing jumps. */
function Skeleton() {
  const { view } = useBrowse();
  return (
    <div class="skeleton stack" aria-busy="true">
      <p class="small muted list-count">Loading …</p>
      <div class="video-cards" data-view={view.value} aria-hidden="true">
        {PLACES.map((place) => (
          <div key={place} class="video-card">
            <span class="skeleton-box card-picture" />
            <div class="video-words stack">
              <span class="skeleton-line" />
              <span class="skeleton-line" />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
