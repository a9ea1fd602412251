import { signal, type ReadonlySignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { toldOf, type Told } from '#client/ui/told.ts';
import { answerOf } from '../request.ts';

export type Trashed = Shape<'TrashedVideo'>;

export type TrashState =
  | { stage: 'loading' }
  | { stage: 'failed'; error: Told }
  | { stage: 'loaded'; items: readonly Trashed[]; next: string | null; growth: 'idle' | 'loading' | Told };

const PAGE_ITEMS = 50;

export interface TrashList {
  readonly state: ReadonlySignal<TrashState>;
  load(): Promise<void>;
  grow(): Promise<void>;
  /** They are not in the trash any more: back, or gone. */
  drop(ids: Iterable<string>): void;
}

/** What was deleted and can be brought back, the last first. */
export function createTrashList(): TrashList {
  const state = signal<TrashState>({ stage: 'loading' });
  const ask = (cursor: string | null) =>
    answerOf(api.GET('/api/trash', { params: { query: { limit: PAGE_ITEMS, ...(cursor && { cursor }) } } }));
  return {
    state,
    async load() {
      if (state.peek().stage === 'failed') state.value = { stage: 'loading' };
      try {
        const { items, next } = await ask(null);
        state.value = { stage: 'loaded', items, next, growth: 'idle' };
      } catch (error) {
        state.value = { stage: 'failed', error: toldOf(error) };
      }
    },
    async grow() {
      const shown = state.peek();
      if (shown.stage !== 'loaded' || shown.next === null || shown.growth === 'loading') return;
      state.value = { ...shown, growth: 'loading' };
      try {
        const { items, next } = await ask(shown.next);
        state.value = { stage: 'loaded', items: withoutRepeats(shown.items, items), next, growth: 'idle' };
      } catch (error) {
        state.value = { ...shown, growth: toldOf(error) };
      }
    },
    drop(ids) {
      const gone = new Set(ids);
      const shown = state.peek();
      if (shown.stage === 'loaded')
        state.value = { ...shown, items: shown.items.filter(({ id }) => !gone.has(id)) };
    },
  };
}

function withoutRepeats(shown: readonly Trashed[], more: readonly Trashed[]): Trashed[] {
  const there = new Set(shown.map(({ id }) => id));
  return [...shown, ...more.filter(({ id }) => !there.has(id))];
}
