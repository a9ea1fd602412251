import { untracked } from '@preact/signals';
import type { Job } from '#client/ui/jobs.ts';
import type { Shell } from '../../shell/shell.ts';
import type { UploadQueue } from './queue.ts';
import type { RowStore } from './row-store.ts';
import { isUnderWay, jobOf, mayPause, mayRetry, type UploadRow } from './upload-row.ts';

/** Each upload in the shell's tray, with what can be done about it there. Reads the rows. */
export function showInTray(shell: Shell, store: RowStore, queue: UploadQueue): void {
  const rows = store.rows.value.filter(({ isLeaving }) => !isLeaving);
  untracked(() => {
    for (const row of rows) shell.jobs.put(jobOf(row, trayActions(row, queue)));
  });
}

function trayActions(row: UploadRow, queue: UploadQueue): Job['actions'] {
  const { id, stage } = row;
  const cancel = { label: 'Cancel', act: () => queue.cancel(id), isDanger: true };
  if (!isUnderWay(row)) {
    const dismiss = { label: 'Dismiss', act: () => queue.dismiss(id) };
    return mayRetry(row) ? [{ label: 'Retry', act: () => queue.resume(id) }, dismiss] : [dismiss];
  }
  if (stage.name === 'paused') return [{ label: 'Go on', act: () => queue.resume(id) }, cancel];
  if (mayPause(row)) return [{ label: 'Pause', act: () => queue.pause(id) }, cancel];
  return [];
}
