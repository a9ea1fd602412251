import type { Signal } from '@preact/signals';
import { Icon } from '#client/ui/icon.tsx';
import type { Transcript } from './transcripts.ts';

const languages = new Intl.DisplayNames(undefined, { type: 'language' });

/** Searching what is said, and in which language it is shown. */
export function TranscriptBar(props: {
  transcripts: readonly Transcript[];
  language: Signal<string>;
  query: Signal<string>;
  isReading: boolean;
  count: number;
  at: number;
  onQuery: () => void;
  onStep: (by: 1 | -1) => void;
  onJump: (() => void) | null;
}) {
  const { transcripts, language, query, isReading, count, at, onQuery, onStep, onJump } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    onStep(event.shiftKey ? -1 : 1);
  };
  const found = query.value === '' ? '' : count === 0 ? 'Not found' : `${at + 1} of ${count}`;
  return (
    <div class="transcript-bar">
      <div class="row transcript-search">
        <input
          type="search"
          class="input"
          aria-label="Search what is said"
          placeholder="Search what is said"
          maxLength={100}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
            onQuery();
          }}
          onKeyDown={onKeyDown}
        />
        <span class="small muted figures" role="status">
          {isReading ? 'Loading …' : found}
        </span>
        {count > 1 && (
          <>
            <Step icon="up" label="Previous match" onClick={() => onStep(-1)} />
            <Step icon="down" label="Next match" onClick={() => onStep(1)} />
          </>
        )}
      </div>
      {(transcripts.length > 1 || onJump) && (
        <div class="row">
          {transcripts.length > 1 && (
            <select
              class="select"
              aria-label="Language"
              value={language.value}
              onChange={(event) => (language.value = event.currentTarget.value)}
            >
              {transcripts.map(({ language: tag }) => (
                <option key={tag} value={tag}>
                  {languages.of(tag) ?? tag}
                </option>
              ))}
            </select>
          )}
          {onJump && (
            <button type="button" class="button small-button transcript-jump" onClick={onJump}>
              Jump to now
            </button>
          )}
        </div>
      )}
    </div>
  );
}

const Step = ({ icon, label, onClick }: { icon: 'up' | 'down'; label: string; onClick: () => void }) => (
  <button
    type="button"
    class="button plain icon-only small-button"
    aria-label={label}
    title={label}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
);
