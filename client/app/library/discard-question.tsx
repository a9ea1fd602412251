import { TypedConfirmation } from '#client/ui/typed-confirmation.tsx';
import { counted } from './pages.ts';
import { discard, type Trash, type Trashed } from './trash-actions.ts';

const MOST_NAMED = 5;

/** Nothing brings these back: what goes is named, and its count or word typed. */
export function DiscardQuestion({
  trash,
  videos,
  onClose,
}: {
  trash: Trash;
  videos: readonly Trashed[];
  onClose: () => void;
}) {
  const confirm = async () => {
    onClose();
    await discard(
      trash,
      videos.map(({ id }) => id),
    );
  };
  return (
    <TypedConfirmation
      title={`Delete ${counted(videos.length)} for good?`}
      words={videos.length === 1 ? 'delete' : `delete ${videos.length}`}
      action="Delete for good"
      onConfirm={confirm}
      onClose={onClose}
    >
      <ul class="plain-list refusals long-words">
        {videos.slice(0, MOST_NAMED).map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
        {videos.length > MOST_NAMED && <li class="muted">and {videos.length - MOST_NAMED} more</li>}
      </ul>
      <p>Their files, comments, chapters and links go at once and cannot be brought back by anybody.</p>
    </TypedConfirmation>
  );
}
