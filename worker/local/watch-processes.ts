import { findProcess } from './process-table.ts';

const LOOK_EVERY_MS = 1_000;

/** Calls back, once, when one of the processes is no longer there. */
export function watchProcesses(
  processIds: Record<string, number[]>,
  onGone: (name: string) => void,
): () => void {
  const timer = setInterval(() => {
    const gone = Object.entries(processIds).find(([, ids]) =>
      ids.some((id) => findProcess(id) === undefined),
    );
    if (!gone) return;
    clearInterval(timer);
    onGone(gone[0]);
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
