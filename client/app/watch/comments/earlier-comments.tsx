import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';
import { wordsOf } from '../identity.ts';
import { useWatch } from '../watch.ts';

const PAGE_SIZE = 100;

/** The room hands over the newest comments; where there are more, the rest is read from the API when asked for. */
export function EarlierComments() {
  const watch = useWatch();
  const cursor = useSignal<string | null | undefined>(undefined);
  const error = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  if (cursor.value === null) return null;

  const load = async () => {
    isBusy.value = true;
    error.value = null;
    try {
      const query = { order: 'newest' as const, limit: PAGE_SIZE, cursor: cursor.value ?? undefined };
      const params = { path: { id: watch.boot.video.id }, query };
      const page = await answerOf(api.GET('/api/videos/{id}/comments', { params }));
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
