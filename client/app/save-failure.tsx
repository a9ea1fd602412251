import { Failure } from '#client/ui/failure.tsx';
import type { SaveTask } from './save-task.ts';
import { StaleNotice } from './stale-notice.tsx';

/** Why what was written is not saved: somebody was faster, or it did not work. */
export function SaveFailure({
  task,
  retry,
  ...choice
}: {
  task: SaveTask;
  what: string;
  takeTheirs: () => void;
  saveMine: () => void;
  retry?: () => void;
}) {
  if (task.isStale.value) return <StaleNotice {...choice} />;
  return task.failure.value && <Failure error={task.failure.value} retry={retry} />;
}
