import { Failure } from '#client/ui/failure.tsx';
import { useBrowse } from './browse.ts';
import { ARCHIVED_WORDS, FILTER_LABELS, STATUS_WORDS, VISIBILITY_WORDS } from './filter-words.ts';
import { ARCHIVED, STATUSES, VISIBILITIES, withFilter, type FilterName } from './library-query.ts';
import type { Parts } from './organization-parts.ts';

type Choice = readonly [value: string, words: string];

/** Narrows the list as soon as something is chosen; the address keeps it. */
export function FiltersPanel({ fixed }: { fixed: readonly FilterName[] }) {
  const { query, ask, parts, shell } = useBrowse();
  const state = parts.state.value;
  const choices = choicesIn(
    state.stage === 'loaded' ? state.data : null,
    useTagsShown(),
    shell.member.value.userId,
  );
  return (
    <div id="library-filters" role="group" aria-label="Filters" class="filters">
      {CHOSEN.filter((name) => !fixed.includes(name)).map((name) => (
        <Narrowing key={name} name={name} choices={choices[name]} />
      ))}
      <DayField name="from" />
      <DayField name="to" />
      {state.stage === 'failed' && <Failure error={state.error} retry={() => void parts.reload()} />}
      {Object.keys(query.filters).length > 0 && (
        <button type="button" class="button plain" onClick={() => ask({ ...query, filters: {} })}>
          Clear filters
        </button>
      )}
    </div>
  );
}

type ChosenName = Exclude<FilterName, 'from' | 'to'>;
const CHOSEN: readonly ChosenName[] = [
  'status',
  'visibility',
  'author',
  'freeTag',
  'tag',
  'category',
  'channel',
  'series',
  'archived',
];

const named = (things: readonly { id: string; name: string }[] = []): Choice[] =>
  things.map(({ id, name }) => [id, name]);

function choicesIn(
  parts: Parts | null,
  tags: readonly string[],
  me: string,
): Record<ChosenName, readonly Choice[]> {
  return {
    status: STATUSES.map((status) => [status, STATUS_WORDS[status]]),
    visibility: VISIBILITIES.map((visibility) => [visibility, VISIBILITY_WORDS[visibility]]),
    archived: ARCHIVED.map((archived) => [archived, ARCHIVED_WORDS[archived]]),
    author: [['me', 'Me'], ...named(parts?.people.filter(({ id }) => id !== me))],
    tag: named(parts?.tags),
    freeTag: tags.map((tag) => [tag, tag]),
    category: named(parts?.categories),
    channel: named(parts?.channels),
    series: named(parts?.series),
  };
}

/** Free tags are nobody's list: those of the videos on show are offered. */
function useTagsShown(): string[] {
  const { entries, query } = useBrowse();
  const chosen = query.filters.freeTag;
  const tags = new Set(entries.value.flatMap(({ video }) => video.tags));
  if (chosen) tags.add(chosen);
  return [...tags].toSorted((one, other) => one.localeCompare(other));
}

/** Left out where there is nothing to choose from. */
function Narrowing({ name, choices }: { name: ChosenName; choices: readonly Choice[] }) {
  const { query, ask } = useBrowse();
  const chosen = query.filters[name] ?? '';
  if (choices.length === 0 && chosen === '') return null;
  const id = `filter-${name}`;
  return (
    <div class="field">
      <label for={id}>{FILTER_LABELS[name]}</label>
      <select
        id={id}
        class="input"
        value={chosen}
        onChange={({ currentTarget: { value } }) => ask(withFilter(query, name, value))}
      >
        <option value="">{name === 'archived' ? 'Not archived' : 'Any'}</option>
        {chosen !== '' && !choices.some(([value]) => value === chosen) && (
          <option value={chosen}>One that is not there</option>
        )}
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function DayField({ name }: { name: 'from' | 'to' }) {
  const { query, ask } = useBrowse();
  const id = `filter-${name}`;
  return (
    <div class="field">
      <label for={id}>{FILTER_LABELS[name]}</label>
      <input
        id={id}
        class="input"
        type="date"
        value={query.filters[name] ?? ''}
        onChange={({ currentTarget: { value } }) => ask(withFilter(query, name, value))}
      />
    </div>
  );
}
