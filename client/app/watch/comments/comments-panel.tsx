import { useComputed, useSignal } from '@preact/signals';
import { listComments } from '#client/room/select.ts';
import { bringDrawing } from '../drawing/bring-drawing.ts';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { NameForm } from '../name-form.tsx';
import { usePick, useWatch } from '../watch.ts';
import type { CommentOrder } from './comments-bar.tsx';
import { Composer } from './composer.tsx';
import { RefusedList } from './refused-list.tsx';
import { filterThreads, type ThreadFilter } from './thread-filter.ts';
import { ThreadRow } from './thread-row.tsx';
import { hasEarlier, nearestThread, toThreads } from './threads.ts';
import { TypingLine } from './typing-line.tsx';
import { show, useFollow } from './use-follow.ts';
import { useMarkerChoice } from './use-marker-choice.ts';
import { useResolveKey } from './use-resolve-key.ts';

const CommentsBar = lazyPart(
  async () => (await import('./comments-bar.tsx')).CommentsBar,
  () => <div class="comments-bar" />,
);
const EarlierComments = lazyPart(async () => (await import('./earlier-comments.tsx')).EarlierComments);
const OlderComments = lazyPart(async () => (await import('../review/older-comments.tsx')).OlderComments);

/** Why nothing is shown although something was said. */
const NONE_WORDS: Record<ThreadFilter, string> = {
  all: '',
  open: 'All is resolved.',
  mine: 'You have said nothing here yet.',
  drawing: 'Nothing was drawn yet.',
  mentions: 'Nobody has mentioned you here yet.',
};

/** Everything said about this video, and the place to say more. */
export function CommentsPanel() {
  const watch = useWatch();
  const hasMore = usePick(hasEarlier).value;
  const order = useSignal<CommentOrder>('time');
  const filter = useSignal<ThreadFilter>('all');
  const comments = useComputed(() => watch.state.value.comments);
  const pending = useComputed(() => watch.state.value.pending);
  const threads = useComputed(() => {
    void [comments.value, pending.value];
    return toThreads(listComments(watch.state.peek(), order.value));
  }).value;
  const userId = usePick((state) => state.you?.userId ?? null).value;
  const shown = filterThreads(threads, filter.value, userId);
  const nearest = useComputed(() => nearestThread(shown, watch.time.value.positionSeconds)).value;
  const isPlaying = useComputed(() => watch.time.value.isPlaying).value;
  const { list, isFollowing, letGo, resume } = useFollow(nearest, isPlaying);

  useResolveKey(threads, nearest);
  useMarkerChoice((id) => {
    // A marker may stand for what is filtered out.
    filter.value = 'all';
    requestAnimationFrame(() => list.current && show(list.current, id));
    const chosen = threads.find(({ root }) => root.id === id)?.root;
    if (chosen?.hasDrawing) void bringDrawing(watch, chosen);
  });

  return (
    <div class="comments">
      <CommentsBar
        order={order}
        filter={filter}
        threads={threads}
        userId={userId}
        onJump={!isFollowing.value && nearest ? resume : null}
      />
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
        {hasMore && <EarlierComments />}
        {threads.length === 0 && <Empty />}
        {threads.length > 0 && shown.length === 0 && (
          <p class="empty-comments muted">{NONE_WORDS[filter.value]}</p>
        )}
        <ol>
          {shown.map((thread) => (
            <ThreadRow key={thread.root.id} thread={thread} isNearest={thread.root.id === nearest} />
          ))}
        </ol>
        {watch.boot.video.version.number > 1 && <OlderComments />}
      </div>
      <TypingLine />
      <RefusedList />
      <NameForm place="panel" />
      <Composer />
    </div>
  );
}

function Empty() {
  return (
    <p class="empty-comments muted">
      Be the first:{' '}
      <span class="by-key">
        press <kbd>n</kbd> to{' '}
      </span>
      comment on the frame you see.
    </p>
  );
}
