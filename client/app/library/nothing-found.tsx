import { EmptyState } from '#client/ui/empty-state.tsx';
import { useBrowse } from './browse.ts';
import { activeFilters, filterWords } from './filter-words.ts';

/** Nothing is shown, and what hides the rest. */
export function NothingFound() {
  const { query, ask, parts } = useBrowse();
  const state = parts.state.value;
  const known = state.stage === 'loaded' ? state.data : null;
  const said = activeFilters(query.filters).map(([name, value]) => filterWords(name, value, known));
  const sentence =
    query.words === ''
      ? 'No video fits these filters.'
      : `Nothing found for “${query.words}” in titles, descriptions, tags and what is said.`;
  return (
    <EmptyState sentence={sentence}>
      {said.length > 0 && <p class="muted">Hidden by {new Intl.ListFormat('en').format(said)}.</p>}
      <div class="row">
        {said.length > 0 && (
          <button type="button" class="button primary" onClick={() => ask({ ...query, filters: {} })}>
            Clear filters
          </button>
        )}
        {query.words !== '' && (
          <button
            type="button"
            class={said.length > 0 ? 'button' : 'button primary'}
            onClick={() => ask({ words: '', filters: {}, sort: null })}
          >
            Show all videos
          </button>
        )}
      </div>
    </EmptyState>
  );
}
