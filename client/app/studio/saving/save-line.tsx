import { Failure } from '#client/ui/failure.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import type { Autosave } from './autosave.ts';
import type { SaveState } from './save-state.ts';
import type { Fields } from './merge-edits.ts';

const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** "Saved 10:02": how far what is written is on its way. */
export function SaveLine<Edited extends Fields>({ of }: { of: Autosave<Edited> }) {
  const status = of.status.value;
  if (status.stage === 'failed') return <Failure error={status.error} retry={() => void of.flush()} />;
  const words = wordsOf(status);
  return (
    <p class="save-line small" role="status" data-stage={status.stage}>
      <Icon name={iconOf(status)} />
      {words}
    </p>
  );
}

export function wordsOf(status: Exclude<SaveState, { stage: 'failed' }>): string {
  switch (status.stage) {
    case 'saved':
      return status.atMs === null
        ? 'What you change is saved by itself.'
        : `Saved ${CLOCK.format(status.atMs)}`;
    case 'unsaved':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return 'Offline: kept in this browser, and sent when the connection is back.';
    case 'held':
      return `Not saved yet. ${status.fault}`;
    case 'conflict':
      return 'Not saved: choose what to keep.';
  }
}

const iconOf = ({ stage }: SaveState) =>
  stage === 'saved'
    ? ('check' as const)
    : stage === 'saving' || stage === 'unsaved'
      ? ('clock' as const)
      : ('warning' as const);
