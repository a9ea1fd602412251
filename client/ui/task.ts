import { signal, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { toldOf, type Told } from './told.ts';

export interface Task {
  readonly isBusy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Told | null>;
  /** Does it, unless something is being done already; whether it worked. What went wrong stands in `failure`. */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

/** Something that a press of a button does at the server. */
export const useTask = (): Task => useMemo(createTask, []);

export function createTask(): Task {
  const isBusy = signal(false);
  const failure = signal<Told | null>(null);
  return {
    isBusy,
    failure,
    async run(act) {
      if (isBusy.peek()) return false;
      isBusy.value = true;
      failure.value = null;
      try {
        await act();
        return true;
      } catch (error) {
        failure.value = toldOf(error);
        return false;
      } finally {
        isBusy.value = false;
      }
    },
  };
}
