import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell.ts';
import type { Refusal } from './browse.ts';
import { DiscardQuestion } from './discard-question.tsx';
import { LibraryNav } from './library-nav.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { createSelection } from './selection.ts';
import { restore, type Trash } from './trash-actions.ts';
import { createTrashList, type TrashState } from './trash-list.ts';
import { TrashRow } from './trash-row.tsx';
import './library.css';

/** What was deleted, until it goes for good. */
export function TrashPage() {
  const shell = useShell();
  const refusal = useSignal<Refusal | null>(null);
  const list = useMemo(createTrashList, []);
  const selection = useMemo(createSelection, []);
  const trash: Trash = { shell, list, selection, refusal };
  useEffect(() => void list.load(), []);
  const state = list.state.value;
  return (
    <Page title="Trash">
      <LibraryNav />
      <p class="muted">
        Deleted videos lie here for 30 days, yours and those of teams you administer. Then they go for good,
        with their comments and links.
      </p>
      <RefusalNotice refusal={refusal} />
      {state.stage === 'failed' && <Failure error={state.error} retry={() => void list.load()} />}
      {state.stage === 'loading' && <TrashSkeleton />}
      {state.stage === 'loaded' && <Rows trash={trash} state={state} />}
    </Page>
  );
}

function Rows({ trash, state }: { trash: Trash; state: TrashState & { stage: 'loaded' } }) {
  const discarding = useSignal<readonly string[] | null>(null);
  const { items, next, growth } = state;
  if (items.length === 0)
    return (
      <EmptyState sentence="The trash is empty. What you delete can be brought back from here.">
        <a class="button primary" href="/library">
          Go to your videos
        </a>
      </EmptyState>
    );
  return (
    <>
      <ChosenBar
        trash={trash}
        ids={items.map(({ id }) => id)}
        onDiscard={(ids) => (discarding.value = ids)}
      />
      <ul class="trash-rows">
        {items.map((video) => (
          <TrashRow
            key={video.id}
            video={video}
            trash={trash}
            order={items.map(({ id }) => id)}
            onDiscard={() => (discarding.value = [video.id])}
          />
        ))}
      </ul>
      {typeof growth === 'object' && <Failure error={growth} retry={() => void trash.list.grow()} />}
      {next !== null && typeof growth === 'string' && (
        <button
          type="button"
          class="button more-button"
          aria-busy={growth === 'loading'}
          onClick={() => void trash.list.grow()}
        >
          {growth === 'loading' ? 'Loading …' : 'Load more'}
        </button>
      )}
      {discarding.value && (
        <DiscardQuestion
          trash={trash}
          videos={items.filter(({ id }) => discarding.value?.includes(id))}
          onClose={() => (discarding.value = null)}
        />
      )}
    </>
  );
}

/** For all that is chosen, and to choose all. */
function ChosenBar({
  trash,
  ids,
  onDiscard,
}: {
  trash: Trash;
  ids: readonly string[];
  onDiscard: (ids: readonly string[]) => void;
}) {
  const chosen = [...trash.selection.ids.value];
  const isAll = chosen.length === ids.length;
  return (
    <div class="row" data-bulk>
      <label class="choose-all small">
        <input
          type="checkbox"
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = chosen.length > 0 && !isAll;
          }}
          onChange={() => (isAll ? trash.selection.clear() : trash.selection.replace(ids))}
        />
        Select all shown ({ids.length})
      </label>
      {chosen.length > 0 && (
        <>
          <button type="button" class="button" onClick={() => void restore(trash, chosen)}>
            <Icon name="undo" />
            Restore {chosen.length}
          </button>
          <button type="button" class="button danger" onClick={() => onDiscard(chosen)}>
            <Icon name="trash" />
            Delete {chosen.length} for good …
          </button>
        </>
      )}
    </div>
  );
}

const TrashSkeleton = () => (
  <div class="skeleton" aria-busy="true">
    <p class="visually-hidden">Loading…</p>
    <div class="stack" aria-hidden="true">
      {[1, 2, 3, 4].map((row) => (
        <span key={row} class="skeleton-line trash-skeleton" />
      ))}
    </div>
  </div>
);
