import { signal, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { createTask, type Task } from '#client/ui/task.ts';
import { RequestFailed } from './request.ts';

/** What is wrong with what a form says, by where it stands in what is sent: `{'/name': 'Too long.'}`. */
export type Faults = Record<string, string>;

/** The saving of a form, over the version it was begun from. */
export interface SaveTask extends Task {
  /** Somebody else was faster: what was written is not saved before its writer has chosen. */
  readonly isStale: ReadonlySignal<boolean>;
  readonly faults: ReadonlySignal<Faults>;
  /** Shows what was found wrong before anything was sent. */
  blame(faults: Faults): void;
}

export function createSaveTask(): SaveTask {
  const task = createTask();
  const isStale = signal(false);
  const faults = signal<Faults>({});
  return {
    ...task,
    isStale,
    faults,
    blame: (found) => (faults.value = found),
    run: (act) =>
      task.run(async () => {
        isStale.value = false;
        faults.value = {};
        try {
          await act();
        } catch (error) {
          isStale.value = error instanceof RequestFailed && error.code === 'STALE';
          if (error instanceof RequestFailed) faults.value = faultsOf(error);
          throw error;
        }
      }),
  };
}

export const useSaveTask = (): SaveTask => useMemo(createSaveTask, []);

/** What the server found wrong; of a list, the whole list's field. */
const faultsOf = (error: RequestFailed): Faults =>
  Object.fromEntries(error.faults.map(({ pointer, detail }) => [pointer.replace(/\/\d+$/, ''), detail]));

/** What was read to be changed, and its version. */
export interface Seen<Data> {
  data: Data;
  etag: string | null;
}

/**
 * What a form that is being filled in goes on from when it is read again: a newer version that shows the same may be
 * saved over; any other only after asking, so that the form stays with what it was begun from.
 */
export const goOnFrom = <Data>(
  begun: Seen<Data>,
  now: Seen<Data>,
  shows: (data: Data) => unknown,
): Seen<Data> => (JSON.stringify(shows(begun.data)) === JSON.stringify(shows(now.data)) ? now : begun);

/** Headers of an edit: with a version only over that one. */
export const over = (etag: string | null): { 'if-match'?: string } =>
  etag === null ? {} : { 'if-match': etag };
