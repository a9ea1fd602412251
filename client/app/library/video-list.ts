import { signal, type ReadonlySignal } from '@preact/signals';
import { toldOf, type Told } from '#client/ui/told.ts';
import { withFreshPage, withPage, withVideo, type ListPage, type Video } from './pages.ts';

/** Asks for one page: the first, or the one a cursor names. */
export type Ask = (cursor: string | null, signal: AbortSignal) => Promise<ListPage>;

export type ListState =
  | { stage: 'loading' }
  | { stage: 'failed'; error: Told }
  /** `isStale` while another question is asked, or the same one again. */
  | { stage: 'loaded'; pages: readonly ListPage[]; isStale: boolean };

/** One end of the list: whether more of it is on its way, and why it did not come. */
export type Growth = { stage: 'idle' } | { stage: 'loading' } | { stage: 'failed'; error: Told };
export type Way = 'behind' | 'before';

export interface VideoList {
  readonly state: ReadonlySignal<ListState>;
  readonly growth: ReadonlySignal<Readonly<Record<Way, Growth>>>;
  /** Taken out of sight, though the server's answer has them still: what can be taken back is not moved. */
  readonly hidden: ReadonlySignal<ReadonlySet<string>>;
  /** Another question. What is shown stays until its answer is here, or is what was kept of it. */
  open(ask: Ask, from: { pages: readonly ListPage[] } | { cursor: string | null }): Promise<void>;
  retry(): Promise<void>;
  grow(way: Way): Promise<void>;
  /** Asks for all that is shown again, from its first page on; what does not come stays as it was. */
  refresh(): Promise<void>;
  replace(video: Video): void;
  hide(ids: Iterable<string>): void;
  show(ids: Iterable<string>): void;
  stop(): void;
}

const IDLE: Record<Way, Growth> = { behind: { stage: 'idle' }, before: { stage: 'idle' } };

export function createVideoList(): VideoList {
  const state = signal<ListState>({ stage: 'loading' });
  const growth = signal<Readonly<Record<Way, Growth>>>(IDLE);
  const hidden = signal<ReadonlySet<string>>(new Set());
  let question: Ask = () => Promise.reject(new Error('Nothing was asked yet.'));
  let current = new AbortController();
  const pagesNow = () =>
    state.peek().stage === 'loaded' ? (state.peek() as { pages: readonly ListPage[] }).pages : [];
  const show = (pages: readonly ListPage[]) => (state.value = { stage: 'loaded', pages, isStale: false });

  async function load(cursor: string | null) {
    const { signal } = current;
    const shown = state.peek();
    state.value = shown.stage === 'loaded' ? { ...shown, isStale: true } : { stage: 'loading' };
    try {
      const page = await question(cursor, signal);
      if (signal.aborted) return;
      hidden.value = new Set();
      show([page]);
    } catch (error) {
      if (signal.aborted) return;
      // The place a reload remembers may be gone: the list itself is not.
      if (cursor !== null) await load(null);
      else state.value = { stage: 'failed', error: toldOf(error) };
    }
  }

  async function refresh() {
    const { signal } = current;
    let cursor = pagesNow()[0]?.cursor ?? null;
    for (let at = 0; at < pagesNow().length; at++) {
      const page = await question(cursor, signal).catch(() => undefined);
      if (signal.aborted || !page) return;
      show(withFreshPage(pagesNow(), page, at));
      if (page.next === null) return;
      // Where the fresh page ends, not where the old one did: nothing is lost between them.
      cursor = page.next;
    }
  }

  async function grow(way: Way) {
    const pages = pagesNow();
    const cursor = way === 'behind' ? pages.at(-1)?.next : pages[0]?.prev;
    if (!cursor || growth.peek()[way].stage === 'loading') return;
    const { signal } = current;
    const tell = (stage: Growth) => (growth.value = { ...growth.peek(), [way]: stage });
    tell({ stage: 'loading' });
    try {
      const page = await question(cursor, signal);
      if (signal.aborted) return;
      show(withPage(pagesNow(), page, way));
      tell({ stage: 'idle' });
    } catch (error) {
      if (!signal.aborted) tell({ stage: 'failed', error: toldOf(error) });
    }
  }

  return {
    state,
    growth,
    hidden,
    async open(ask, from) {
      current.abort();
      current = new AbortController();
      question = ask;
      growth.value = IDLE;
      if (!('pages' in from)) return load(from.cursor);
      hidden.value = new Set();
      show(from.pages);
      return refresh();
    },
    retry: () => load(null),
    grow,
    refresh,
    replace: (video) => void (state.peek().stage === 'loaded' && show(withVideo(pagesNow(), video))),
    hide: (ids) => (hidden.value = new Set([...hidden.peek(), ...ids])),
    show(ids) {
      const back = new Set(ids);
      hidden.value = new Set([...hidden.peek()].filter((id) => !back.has(id)));
    },
    stop: () => current.abort(),
  };
}
