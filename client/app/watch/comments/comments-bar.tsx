import type { Signal } from '@preact/signals';
import { ExportButton } from '../export/export-button.tsx';
import { filterThreads, THREAD_FILTERS, type ThreadFilter } from './thread-filter.ts';
import type { Thread } from './threads.ts';

export type CommentOrder = 'time' | 'newest';

export const FILTER_WORDS: Record<ThreadFilter, string> = {
  all: 'All',
  open: 'Open',
  mine: 'Mine',
  drawing: 'With drawing',
  mentions: 'Mentions me',
};

/** In what order, and which; and all of them as a file. */
export function CommentsBar(props: {
  order: Signal<CommentOrder>;
  filter: Signal<ThreadFilter>;
  threads: readonly Thread[];
  userId: string | null;
  onJump: (() => void) | null;
}) {
  const { order, filter, threads, userId, onJump } = props;
  return (
    <div class="comments-bar">
      <label class="visually-hidden" for="comment-filter">
        Which comments
      </label>
      <select
        id="comment-filter"
        class="select"
        value={filter.value}
        onChange={(event) =>
          (filter.value = THREAD_FILTERS.find((key) => key === event.currentTarget.value) ?? 'all')
        }
      >
        {THREAD_FILTERS.map((key) => (
          <option key={key} value={key}>
            {FILTER_WORDS[key]} ({filterThreads(threads, key, userId).length})
          </option>
        ))}
      </select>
      <label class="visually-hidden" for="comment-order">
        Order of comments
      </label>
      <select
        id="comment-order"
        class="select"
        value={order.value}
        onChange={(event) => (order.value = event.currentTarget.value === 'newest' ? 'newest' : 'time')}
      >
        <option value="time">Video order</option>
        <option value="newest">Newest first</option>
      </select>
      <span class="comments-bar-end">
        {onJump && (
          <button type="button" class="button small-button" onClick={onJump}>
            Jump to now
          </button>
        )}
        {threads.length > 0 && <ExportButton isPlain />}
      </span>
    </div>
  );
}
