import { api, type Shape } from '#client/api/client.ts';
import type { Jobs } from '#client/ui/jobs.ts';
import { toldOf } from '#client/ui/told.ts';
import { answerOf } from '../request.ts';
import { inLots, type Outcome } from './outcomes.ts';

export type BulkChange = Shape<'BulkEdit'>['change'];

/** The server takes no more at once. */
const MOST_A_CALL = 100;
/** What is over sooner is not worth a place among the long work. */
const LONG_WORK_MS = 700;

let begun = 0;

/** Where long work is shown: the application's shell. */
interface WithJobs {
  readonly jobs: Jobs;
}

interface Work {
  /** "Moving 12 videos" */
  label: string;
  ids: readonly string[];
  /** How many one call takes. */
  lot: number;
  change: (ids: readonly string[]) => Promise<readonly Outcome[]>;
}

/**
 * Changes videos lot by lot and says of each what became of it. What takes a while stands among the long work,
 * where it can be stopped between two lots: what was not begun then is left out with that reason.
 */
export async function changeInLots(shell: WithJobs, { label, ids, lot, change }: Work): Promise<Outcome[]> {
  const id = `change-${++begun}`;
  let isStopped = false;
  let outcomes: Outcome[] = [];
  const show = () =>
    shell.jobs.put({
      id,
      label,
      state: 'running',
      stage: isStopped ? 'Stopping' : 'Under way',
      share: outcomes.length / ids.length,
      detail: `${outcomes.length} of ${ids.length}`,
      actions: isStopped ? [] : [{ label: 'Stop', act: () => ((isStopped = true), show()) }],
    });
  const timer = setTimeout(show, LONG_WORK_MS);
  const isShown = () => shell.jobs.all.peek().some((job) => job.id === id);
  for (const some of inLots(ids, lot)) {
    outcomes = [
      ...outcomes,
      ...(isStopped ? leftOut(some, 'You stopped before it.') : await tried(change, some)),
    ];
    if (isShown()) show();
  }
  clearTimeout(timer);
  shell.jobs.remove(id);
  return outcomes;
}

const leftOut = (ids: readonly string[], detail: string): Outcome[] =>
  ids.map((id) => ({ id, isDone: false, detail }));

async function tried(change: Work['change'], ids: readonly string[]): Promise<readonly Outcome[]> {
  try {
    return await change(ids);
  } catch (error) {
    return leftOut(ids, toldOf(error).message);
  }
}

/** One change through the API's own call for many. */
export const changeMany = (shell: WithJobs, label: string, ids: readonly string[], change: BulkChange) =>
  changeInLots(shell, {
    label,
    ids,
    lot: MOST_A_CALL,
    change: async (some) =>
      (await answerOf(api.POST('/api/videos/bulk', { body: { ids: [...some], change } }))).outcomes,
  });

/** To another organization, one by one: each move ends what its watchers rested on. */
export const moveToOrganization = (
  shell: WithJobs,
  label: string,
  ids: readonly string[],
  organizationId: string,
) =>
  changeInLots(shell, {
    label,
    ids,
    lot: 1,
    change: async (some) => {
      for (const id of some)
        await answerOf(
          api.PUT('/api/videos/{id}/organization', { params: { path: { id } }, body: { organizationId } }),
        );
      return some.map((id) => ({ id, isDone: true, detail: null }));
    },
  });
