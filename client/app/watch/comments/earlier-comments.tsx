import { useSignal } from '@preact/signals';
import type { CommentView } from '#protocol/comment.ts';
import { request } from '../../request.ts';
import { wordsOf } from '../identity.ts';
import { usePick, useWatch } from '../watch.ts';

interface CommentPage {
  items: CommentView[];
  next: string | null;
}

/** The room hands over the newest comments; the rest is read from the API when asked for. */
export function EarlierComments() {
  const watch = useWatch();
  const hasMore = usePick((state) => state.hasMoreComments).value;
  const cursor = useSignal<string | null | undefined>(undefined);
  const error = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  if (!hasMore || cursor.value === null) return null;

  const load = async () => {
    isBusy.value = true;
    error.value = null;
    const query = new URLSearchParams({ order: 'newest', limit: '100' });
    if (cursor.value) query.set('cursor', cursor.value);
    try {
      const page = await request<CommentPage>('GET', `/api/videos/${watch.boot.video.id}/comments?${query}`);
      watch.room.mergeComments(page.items);
      cursor.value = page.next;
    } catch (failure) {
      error.value = wordsOf(failure);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <div class="stack-small">
      {error.value && (
        <p class="notice bad" role="alert">
          {error.value}
        </p>
      )}
      <button type="button" class="button" onClick={load} disabled={isBusy.value} aria-busy={isBusy.value}>
        Load earlier comments
      </button>
    </div>
  );
}
