import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import { MoreButton } from '#client/ui/more-button.tsx';
import { usePageList } from '#client/ui/page-list.ts';
import { answerOf } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell.ts';
import type { Refusal } from './browse.ts';
import { DiscardQuestion } from './discard-question.tsx';
import { LibraryNav } from './library-nav.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { createSelection } from './selection.ts';
import { restore, type Trash, type Trashed } from './trash-actions.ts';
import { TrashRow } from './trash-row.tsx';
import './library.css';

const PAGE_ITEMS = 50;

const listTrash = (cursor: string | undefined, signal: AbortSignal) =>
  answerOf(
    api.GET('/api/trash', {
      params: { query: { limit: PAGE_ITEMS, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );

/** What was deleted, until it goes for good. */
export function TrashPage() {
  const shell = useShell();
  const refusal = useSignal<Refusal | null>(null);
  const pages = usePageList<Trashed>(listTrash, 'trash');
  const selection = useMemo(createSelection, []);
  const trash: Trash = { shell, pages, selection, refusal };
  return (
    <Page title="Trash">
      <LibraryNav />
      <p class="muted">
        Deleted videos lie here for 30 days, yours and those of teams you administer. Then they go for good,
        with their comments and links.
      </p>
      <RefusalNotice refusal={refusal} />
      <Awaited of={pages.list} skeleton={<TrashSkeleton />}>
        {({ items, next }) => <Rows trash={trash} items={items} isAll={next === null} />}
      </Awaited>
    </Page>
  );
}

function Rows({ trash, items, isAll }: { trash: Trash; items: readonly Trashed[]; isAll: boolean }) {
  const discarding = useSignal<readonly string[] | null>(null);
  const ids = items.map(({ id }) => id);
  const isShort = ids.length === 0 && !isAll;
  useEffect(() => {
    // All that was read is out of the trash: there is more that was not.
    if (isShort) void trash.pages.readMore();
  }, [isShort]);
  if (ids.length === 0 && isAll)
    return (
      <EmptyState sentence="The trash is empty. What you delete can be brought back from here.">
        <a class="button primary" href="/library">
          Go to your videos
        </a>
      </EmptyState>
    );
  return (
    <>
      {ids.length > 0 && (
        <ChosenBar trash={trash} ids={ids} onDiscard={(chosen) => (discarding.value = chosen)} />
      )}
      <ul class="trash-rows">
        {items.map((video) => (
          <TrashRow
            key={video.id}
            video={video}
            trash={trash}
            order={ids}
            onDiscard={() => (discarding.value = [video.id])}
          />
        ))}
      </ul>
      <MoreButton of={trash.pages} />
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
  <div class="stack" aria-hidden="true">
    {[1, 2, 3, 4].map((row) => (
      <span key={row} class="skeleton-line trash-skeleton" />
    ))}
  </div>
);
