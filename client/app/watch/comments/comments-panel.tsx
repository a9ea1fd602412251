import { useComputed, useSignal } from '@preact/signals';
import { listComments } from '#client/room/select.ts';
import { NameForm } from '../name-form.tsx';
import { useWatch } from '../watch.ts';
import { Composer } from './composer.tsx';
import { EarlierComments } from './earlier-comments.tsx';
import { RefusedList } from './refused-list.tsx';
import { ThreadRow } from './thread-row.tsx';
import { nearestThread, toThreads } from './threads.ts';
import { show, useFollow } from './use-follow.ts';
import { useMarkerChoice } from './use-marker-choice.ts';

/** Everything said about this video, and the place to say more. */
export function CommentsPanel() {
  const watch = useWatch();
  const order = useSignal<'time' | 'newest'>('time');
  const comments = useComputed(() => watch.state.value.comments);
  const pending = useComputed(() => watch.state.value.pending);
  const threads = useComputed(() => {
    void [comments.value, pending.value];
    return toThreads(listComments(watch.state.peek(), order.value));
  }).value;
  const nearest = useComputed(() => nearestThread(threads, watch.time.value.positionSeconds)).value;
  const isPlaying = useComputed(() => watch.time.value.isPlaying).value;
  const { list, isFollowing, letGo, resume } = useFollow(nearest, isPlaying);

  useMarkerChoice((id) => {
    if (list.current) show(list.current, id);
  });

  return (
    <div class="comments">
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
          <option value="time">In order of the video</option>
          <option value="newest">Newest first</option>
        </select>
        {!isFollowing.value && nearest && (
          <button type="button" class="button" onClick={resume}>
            Jump to now
          </button>
        )}
      </div>
      <div
        class="panel-scroll comment-list"
        ref={list}
        role="region"
        aria-label="Comments"
        // A region that scrolls has to be reachable by key.
        tabIndex={0}
        onWheel={letGo}
        onTouchMove={letGo}
      >
        <EarlierComments />
        {threads.length === 0 && <Empty />}
        <ol>
          {threads.map((thread) => (
            <ThreadRow key={thread.root.id} thread={thread} isNearest={thread.root.id === nearest} />
          ))}
        </ol>
      </div>
      <RefusedList />
      <NameForm place="panel" />
      <Composer />
    </div>
  );
}

function Empty() {
  return (
    <p class="empty-comments muted">
      Be the first: press <kbd>n</kbd> to comment on the frame you see.
    </p>
  );
}
