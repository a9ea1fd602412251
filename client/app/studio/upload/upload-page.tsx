import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Page } from '../../shell/page.tsx';
import { useShell } from '../../shell/shell.ts';
import { FileChoice } from './file-choice.tsx';
import { uploadQueueOf, type UploadQueue, type UploadTarget } from './queue.ts';
import { UnfinishedView } from './unfinished-view.tsx';
import { UploadRowView } from './upload-row-view.tsx';
import { mayPause, mayRetry, type UploadRow } from './upload-row.ts';
import { TargetChoice } from './target-choice.tsx';
import '../studio.css';

/** Many files on their way at once; they go on while one is on other pages. */
export function UploadPage() {
  const queue = uploadQueueOf(useShell());
  const target = useSignal<UploadTarget | null>(null);
  const rows = queue.rows.value.filter(({ isLeaving }) => !isLeaving);
  const unfinished = queue.unfinished.all.value;
  useEffect(() => {
    void queue.unfinished.load((id) => queue.rows.peek().some((row) => row.id === id));
  }, []);
  const take = (files: File[]) => {
    const chosen = target.peek();
    target.value = null;
    // A video has one file: the others become videos of their own.
    const first = chosen?.kind === 'file' ? files.splice(0, 1) : [];
    if (chosen?.kind === 'file') void queue.add(first, chosen).then(() => queue.add(files));
    else void queue.add(files, chosen ?? undefined);
  };
  return (
    <Page title="Upload" actions={<AllActions rows={rows} queue={queue} />}>
      <div class="stack">
        <FileChoice onFiles={take} />
        <TargetChoice chosen={target} />
      </div>
      {rows.length > 0 && (
        <ul class="upload-rows" aria-label="Uploads">
          {rows.map((row) => (
            <UploadRowView key={row.id} row={row} queue={queue} />
          ))}
        </ul>
      )}
      {unfinished.length > 0 && (
        <section class="stack" aria-labelledby="unfinished-heading">
          <h2 id="unfinished-heading">Not finished yet</h2>
          <ul class="upload-rows">
            {unfinished.map((each) => (
              <UnfinishedView key={each.begun.storageKey} unfinished={each} queue={queue} />
            ))}
          </ul>
        </section>
      )}
      {rows.length === 0 && unfinished.length === 0 && (
        <p class="muted small">
          Nothing is under way. What you upload is only for you to see, until you share it.
        </p>
      )}
    </Page>
  );
}

function AllActions({ rows, queue }: { rows: readonly UploadRow[]; queue: UploadQueue }) {
  const pausable = rows.filter(mayPause).length;
  const paused = rows.filter(({ stage }) => stage.name === 'paused').length;
  const failed = rows.filter(mayRetry).length;
  if (rows.length === 0) return null;
  return (
    <>
      {pausable > 1 && (
        <button type="button" class="button" onClick={queue.pauseAll}>
          Pause all
        </button>
      )}
      {paused > 1 && (
        <button type="button" class="button" onClick={queue.resumeAll}>
          Go on with all
        </button>
      )}
      {failed > 0 && (
        <button type="button" class="button" onClick={queue.retryFailed}>
          Retry failed
        </button>
      )}
    </>
  );
}
