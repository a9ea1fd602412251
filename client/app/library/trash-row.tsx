import { dayOf } from '#client/ui/dates.ts';
import { Icon } from '#client/ui/app-icon.tsx';
import { formatTime } from '#client/ui/timecode.ts';
import { sizeWords } from '#client/ui/size-words.ts';
import { ChoiceBox } from './choice-box.tsx';
import { isSoon, timeLeftWords } from './purge-time.ts';
import { restore, type Trash, type Trashed } from './trash-actions.ts';
import { useNow } from './use-now.ts';

/** One deleted video: when it goes, and the two ways out of here. */
export function TrashRow({
  video,
  trash,
  order,
  onDiscard,
}: {
  video: Trashed;
  trash: Trash;
  order: readonly string[];
  onDiscard: () => void;
}) {
  const { id, title, purgedAt } = video;
  const nowMs = useNow();
  return (
    <li class="trash-row" data-video={id}>
      <ChoiceBox
        title={title}
        look="row-choice"
        isChosen={trash.selection.ids.value.has(id)}
        onChoose={(isOn, isRange) => trash.selection.choose(id, isOn, { order, isRange })}
      />
      <div class="video-words">
        <h2 class="video-title">{title}</h2>
        <Facts video={video} trash={trash} />
        <p class="small with-icon" data-soon={isSoon(purgedAt, nowMs)}>
          <Icon name={isSoon(purgedAt, nowMs) ? 'warning' : 'clock'} />
          <time dateTime={purgedAt} title={dayOf(purgedAt)}>
            Goes for good in {timeLeftWords(purgedAt, nowMs)}
          </time>
        </p>
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          aria-label={`Restore ${title}`}
          onClick={() => void restore(trash, [id])}
        >
          <Icon name="undo" />
          Restore
        </button>
        <button
          type="button"
          class="button plain danger"
          aria-label={`Delete for good: ${title}`}
          onClick={onDiscard}
        >
          Delete for good …
        </button>
      </div>
    </li>
  );
}

function Facts({
  video: { organizationId, durationSeconds, fileSizeBytes, deletedAt },
  trash,
}: {
  video: Trashed;
  trash: Trash;
}) {
  const state = trash.shell.organizations.value;
  const organizations = state.stage === 'loaded' ? state.data : [];
  const facts = [
    organizations.length > 1 && organizations.find(({ id }) => id === organizationId)?.name,
    durationSeconds !== null && formatTime(durationSeconds),
    fileSizeBytes !== null && sizeWords(fileSizeBytes),
  ].filter(Boolean);
  return (
    <p class="small muted figures">
      {facts.length > 0 && `${facts.join(' · ')} · `}deleted{' '}
      <time dateTime={deletedAt}>{dayOf(deletedAt)}</time>
    </p>
  );
}
