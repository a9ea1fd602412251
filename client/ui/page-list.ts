import { signal, useSignal, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useResource, type Loaded } from './resource.ts';
import { toldOf, type Told } from './told.ts';

/** One page of a list as the API answers it. */
export interface Page<Item> {
  items: Item[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

export interface PageList<Item> {
  /** All that has been read, as one page. */
  readonly list: Loaded<Page<Item>>;
  readonly isReadingMore: ReadonlySignal<boolean>;
  readonly moreFailure: ReadonlySignal<Told | null>;
  readMore(): Promise<void>;
}

/** A list that is read page by page, from the start again whenever `key` changes. */
export function usePageList<Item>(
  ask: (cursor: string | undefined, stop: AbortSignal) => Promise<Page<Item>>,
  key: string,
): PageList<Item> {
  const list = useResource((stop) => ask(undefined, stop), key);
  const isReadingMore = useSignal(false);
  const moreFailure = useMemo(() => signal<Told | null>(null), [key]);
  return {
    list,
    isReadingMore,
    moreFailure,
    async readMore() {
      const shown = list.state.peek();
      if (shown.stage !== 'loaded' || shown.data.next === null || isReadingMore.peek()) return;
      const cursor = shown.data.next;
      isReadingMore.value = true;
      moreFailure.value = null;
      try {
        const page = await ask(cursor, new AbortController().signal);
        // What was asked for meanwhile may be another list.
        list.replace((all) =>
          all.next === cursor ? { items: [...all.items, ...page.items], next: page.next } : all,
        );
      } catch (error) {
        moreFailure.value = toldOf(error);
      } finally {
        isReadingMore.value = false;
      }
    },
  };
}
