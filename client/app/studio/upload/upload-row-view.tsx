import { Failure } from '#client/ui/failure.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import { useShell } from '../../shell/shell.ts';
import { describeFacts } from './file-facts.ts';
import type { UploadQueue } from './queue.ts';
import { RowDetails } from './row-details.tsx';
import { jobOf, mayPause, mayRetry, type UploadRow } from './upload-row.ts';

/** One file: what it is, how far it is, what can be done about it, and what it will be called. */
export function UploadRowView({ row, queue }: { row: UploadRow; queue: UploadQueue }) {
  const { label, stage: words, detail, share } = jobOf(row, []);
  const { stage, facts, video } = row;
  const percent = share === null ? undefined : Math.floor(share * 100);
  const isOver = stage.name === 'ready' || stage.name === 'failed';
  const progressWords = [words, detail].filter(Boolean).join(' · ');
  return (
    <li class="upload-row" aria-label={label} data-stage={stage.name}>
      <div class="upload-head">
        <div class="row-words">
          <h2 class="long-words">{label}</h2>
          {label !== row.file.name && <p class="small muted long-words">{row.file.name}</p>}
          {facts && <p class="small muted figures">{describeFacts(facts)}</p>}
        </div>
        <RowActions row={row} queue={queue} label={label} />
      </div>
      {row.versionOf && (
        <p class="small">
          A new version of <a href={`/studio/v/${row.versionOf.shortId}`}>{row.versionOf.title}</a>.
        </p>
      )}
      {!isOver && (
        <progress class="progress" max={100} value={percent} aria-label={`${label}: ${progressWords}`}>
          {progressWords}
        </progress>
      )}
      {stage.name !== 'failed' && (
        <p class="small figures upload-stage">
          {stage.name === 'ready' && <Icon name="check" />}
          {stage.name === 'offline' && <Icon name="warning" />}
          {progressWords}
          {stage.name === 'offline' && '. It goes on by itself.'}
        </p>
      )}
      <Warnings row={row} />
      {stage.name === 'failed' && <Failure error={stage.error} />}
      {stage.name === 'failed' && stage.lacksRoom && <WaysOut />}
      {video && (
        <details class="upload-details">
          <summary>Title, sharing, tags</summary>
          <RowDetails videoId={video.id} onSeen={(newer) => queue.seen(newer)} />
        </details>
      )}
    </li>
  );
}

/** Where room can be made. */
function WaysOut() {
  const organization = useShell().organization.value;
  return (
    <p class="row small">
      {organization && <a href={`/org/${organization.id}`}>See what is stored</a>}
      <a href="/library/trash">Look into the trash</a>
    </p>
  );
}

function Warnings({ row }: { row: UploadRow }) {
  const soft = row.warnings.filter(({ isFatal }) => !isFatal);
  if (soft.length === 0) return null;
  return (
    <ul class="warnings small">
      {soft.map(({ text }) => (
        <li key={text}>
          <Icon name="warning" />
          {text}
        </li>
      ))}
    </ul>
  );
}

function RowActions({ row, queue, label }: { row: UploadRow; queue: UploadQueue; label: string }) {
  const { id, stage, video } = row;
  const button = (words: string, act: () => void, look = 'button') => (
    <button type="button" class={look} aria-label={`${words}: ${label}`} onClick={act}>
      {words}
    </button>
  );
  if (stage.name === 'ready' && video)
    return (
      <p class="row">
        <a class="button primary" href={`/v/${video.shortId}`} aria-label={`Watch: ${label}`}>
          Watch
        </a>
        <a class="button" href={`/studio/v/${video.shortId}/sharing`} aria-label={`Share: ${label}`}>
          Share
        </a>
        <a class="button" href={`/studio/v/${video.shortId}`} aria-label={`Details: ${label}`}>
          Details
        </a>
        {button('Dismiss', () => queue.dismiss(id), 'button plain')}
      </p>
    );
  return (
    <p class="row">
      {mayPause(row) && button('Pause', () => queue.pause(id))}
      {stage.name === 'paused' && button('Go on', () => queue.resume(id), 'button primary')}
      {mayRetry(row) && button('Retry', () => queue.resume(id), 'button primary')}
      {stage.name !== 'preparing' &&
        button(stage.name === 'failed' ? 'Discard' : 'Cancel', () => queue.cancel(id), 'button plain danger')}
    </p>
  );
}
