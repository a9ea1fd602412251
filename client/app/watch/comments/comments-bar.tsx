import type { Signal } from '@preact/signals';
import type { ThreadFilter } from './thread-filter.ts';

export type CommentOrder = 'time' | 'newest';

/** In what order, and which. The choice of which is there once something is resolved. */
export function CommentsBar(props: {
  order: Signal<CommentOrder>;
  filter: Signal<ThreadFilter>;
  counts: { open: number; all: number };
  onJump: (() => void) | null;
}) {
  const { order, filter, counts, onJump } = props;
  const choices = [
    { key: 'open', label: 'Open', count: counts.open },
    { key: 'all', label: 'All', count: counts.all },
  ] as const;
  return (
    <div class="comments-bar">
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
      {counts.open < counts.all && (
        <div class="segments" role="group" aria-label="Which comments">
          {choices.map(({ key, label, count }) => (
            <button
              key={key}
              type="button"
              class="segment"
              aria-pressed={filter.value === key}
              onClick={() => (filter.value = key)}
            >
              {label} <span class="figures">{count}</span>
            </button>
          ))}
        </div>
      )}
      {onJump && (
        <button type="button" class="button" onClick={onJump}>
          Jump to now
        </button>
      )}
    </div>
  );
}
