import { can } from '#protocol/capability.ts';
import { Icon } from '#client/ui/app-icon.tsx';
import { keptChoice } from '../shell/kept-choice.ts';
import { useBrowse, type View } from './browse.ts';
import { SORT_WORDS } from './filter-words.ts';
import { sortsOf, withSort } from './library-query.ts';

/** Filters, order, how it is shown, and choosing all of it. */
export function ListToolbar() {
  const { query, isFiltering } = useBrowse();
  const active = Object.keys(query.filters).length;
  return (
    <div class="list-toolbar row">
      <button
        type="button"
        class="button"
        aria-expanded={isFiltering.value}
        aria-controls="library-filters"
        onClick={() => (isFiltering.value = !isFiltering.value)}
      >
        <Icon name="filter" />
        Filters
        {active > 0 && <span class="figures">({active})</span>}
      </button>
      <SortChoice />
      <ChooseAll />
      <ViewChoice />
    </div>
  );
}

function SortChoice() {
  const { query, ask } = useBrowse();
  const sorts = sortsOf(query);
  return (
    <select
      class="input sort-choice"
      aria-label="Order"
      disabled={sorts.length === 1}
      value={query.sort ?? sorts[0]}
      onChange={({ currentTarget: { value } }) =>
        ask(withSort(query, sorts.find((sort) => sort === value) ?? null))
      }
    >
      {sorts.map((sort) => (
        <option key={sort} value={sort}>
          {SORT_WORDS[sort]}
        </option>
      ))}
    </select>
  );
}

/** All that is shown and may be changed; with what is chosen already, none. */
function ChooseAll() {
  const { entries, selection } = useBrowse();
  const ids = entries.value.filter(({ video }) => can(video.role, 'video.edit')).map(({ video }) => video.id);
  if (ids.length === 0) return null;
  const chosen = selection.ids.value.size;
  const isAll = chosen >= ids.length;
  return (
    <label class="choose-all small">
      <input
        type="checkbox"
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = chosen > 0 && !isAll;
        }}
        onChange={() => (isAll ? selection.clear() : selection.replace(ids))}
      />
      Select all shown ({ids.length})
    </label>
  );
}

const VIEWS: readonly { view: View; icon: 'library' | 'list'; label: string }[] = [
  { view: 'grid', icon: 'library', label: 'Grid' },
  { view: 'list', icon: 'list', label: 'List' },
];

const kept = keptChoice('library-view');

export const keptView = (): View => (kept.read() === 'list' ? 'list' : 'grid');

function ViewChoice() {
  const { view } = useBrowse();
  const choose = (chosen: View) => {
    view.value = chosen;
    kept.keep(chosen);
  };
  return (
    <div class="view-choice" role="group" aria-label="Show as">
      {VIEWS.map(({ view: each, icon, label }) => (
        <button
          key={each}
          type="button"
          class="button plain icon-only"
          aria-label={label}
          title={label}
          aria-pressed={view.value === each}
          onClick={() => choose(each)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
