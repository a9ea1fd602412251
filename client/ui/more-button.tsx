import { Failure } from './failure.tsx';
import type { PageList } from './page-list.ts';

/** Reads the next page of a list, while there is one. */
export function MoreButton<Item>({ of }: { of: PageList<Item> }) {
  const state = of.list.state.value;
  if (state.stage !== 'loaded' || state.data.next === null) return null;
  return (
    <div class="stack">
      {of.moreFailure.value && <Failure error={of.moreFailure.value} />}
      <div class="row">
        <button
          type="button"
          class="button"
          aria-busy={of.isReadingMore.value}
          onClick={() => void of.readMore()}
        >
          {of.isReadingMore.value ? 'Loading…' : 'Load more'}
        </button>
      </div>
    </div>
  );
}
