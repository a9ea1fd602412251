import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { toldOf, type Told } from './told.ts';

/** Something asked of the server: not yet here, here, or why not. `isStale` while the same is asked for again. */
export type Resource<Data> =
  { stage: 'loading' } | { stage: 'loaded'; data: Data; isStale: boolean } | { stage: 'failed'; error: Told };

export interface Loaded<Data> {
  readonly state: ReadonlySignal<Resource<Data>>;
  /** Asks again; what is shown stays until the answer is here. */
  reload(): Promise<void>;
  /** Puts what is known to be true now in place of what was answered. */
  replace(change: (data: Data) => Data): void;
}

/**
 * Asks when first drawn and whenever `key` changes; an answer that comes too late is dropped, and its
 * request is given up through the signal that `ask` gets.
 */
export function useResource<Data>(ask: (signal: AbortSignal) => Promise<Data>, key: string): Loaded<Data> {
  const state = useSignal<Resource<Data>>({ stage: 'loading' });
  const load = useMemo(() => {
    let current: AbortController | undefined;
    return {
      /** A question of its own for what is already shown keeps it; another one does not. */
      async run(question: typeof ask, keeps: boolean) {
        current?.abort();
        const own = (current = new AbortController());
        const shown = state.peek();
        state.value = keeps && shown.stage === 'loaded' ? { ...shown, isStale: true } : { stage: 'loading' };
        try {
          const data = await question(own.signal);
          if (!own.signal.aborted) state.value = { stage: 'loaded', data, isStale: false };
        } catch (error) {
          if (!own.signal.aborted) state.value = { stage: 'failed', error: toldOf(error) };
        }
      },
      stop: () => current?.abort(),
    };
  }, []);
  useEffect(() => {
    void load.run(ask, false);
    return load.stop;
  }, [key]);
  return {
    state,
    reload: () => load.run(ask, true),
    replace(change) {
      const shown = state.peek();
      if (shown.stage === 'loaded') state.value = { ...shown, data: change(shown.data) };
    },
  };
}
