import { useSignal } from '@preact/signals';
import { can } from '#protocol/capability.ts';
import type { ListedComment } from '#client/room/select.ts';
import { Icon } from '#client/ui/icon.tsx';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { bringDrawing } from '../drawing/bring-drawing.ts';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { LikeButton } from '../like-button.tsx';
import { NamedText } from '../mentions/named-text.tsx';
import { formatSpan, loopOf } from './loop.ts';
import { goTo, usePick, useWatch } from '../watch.ts';
import { ResolveButton } from './resolve-button.tsx';
import { mayResolve } from './thread-filter.ts';

const UndoDelete = lazyPart(async () => (await import('./undo-delete.tsx')).UndoDelete);
const EditForm = lazyPart(async () => (await import('./edit-form.tsx')).EditForm);

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** One comment with what its reader may do with it. */
export function CommentItem({ comment, onReply }: { comment: ListedComment; onReply?: () => void }) {
  const watch = useWatch();
  const isEditing = useSignal(false);
  const you = usePick((state) => state.you).value;
  const isOwn = comment.isPending || (you?.userId != null && comment.authorId === you.userId);
  const mayDelete = isOwn || (you !== null && can(you.role, 'comment.moderate'));
  if (comment.isDeleted) return <p class="muted small">This comment was deleted.</p>;
  if (watch.deletions.waiting.value.has(comment.id)) return <UndoDelete commentId={comment.id} />;
  const author = comment.authorName || watch.viewer.value.name || 'You';
  return (
    <article class="comment" aria-label={`Comment by ${author}`}>
      <header class="comment-head">
        <SeekChip comment={comment} />
        <strong>{author}</strong>
        {comment.isGuest && <span class="muted small">guest</span>}
        <time
          class="muted small"
          dateTime={comment.createdAt}
          title={when.format(new Date(comment.createdAt))}
        >
          {ago(comment.createdAt)}
          {comment.isEdited && ' · edited'}
        </time>
        {comment.resolvedAt !== null && (
          <span class="resolved-by small">
            <Icon name="check" />
            Resolved by {comment.resolvedByName ?? 'somebody'}
          </span>
        )}
        {comment.isPending && (
          <span class="pending small">
            <Icon name="clock" />
            not sent yet
          </span>
        )}
      </header>
      {isEditing.value ? (
        <EditForm comment={comment} onDone={() => (isEditing.value = false)} />
      ) : (
        <p class="comment-text">
          <NamedText comment={comment} />
        </p>
      )}
      {!comment.isPending && !isEditing.value && (
        <div class="comment-actions">
          <LikeButton commentId={comment.id} likeCount={comment.likeCount} />
          {onReply && <Action icon="reply" label="Reply" onClick={onReply} />}
          {mayResolve(comment, you) && <ResolveButton comment={comment} />}
          {isOwn && <Action icon="edit" label="Edit" onClick={() => (isEditing.value = true)} />}
          {mayDelete && (
            <Action icon="trash" label="Delete" onClick={() => watch.deletions.ask(comment.id)} />
          )}
        </div>
      )}
    </article>
  );
}

/** The way to a comment's frame, and to what is drawn over it. */
function SeekChip({ comment }: { comment: ListedComment }) {
  const watch = useWatch();
  const { hasDrawing, positionSeconds: seconds, endSeconds } = comment;
  if (seconds === null) return null;
  const go = () => {
    if (hasDrawing) void bringDrawing(watch, comment);
    else goTo(watch, seconds);
    watch.loop.value = loopOf(comment);
  };
  const shown = endSeconds === null ? formatTime(seconds) : formatSpan(seconds, endSeconds);
  const until = endSeconds === null ? '' : `, to ${spokenTime(endSeconds)}`;
  return (
    <button
      type="button"
      class="timecode"
      title={watch.player.value?.timecodeOf(seconds)}
      aria-label={`${shown}, go to ${spokenTime(seconds)}${until}${hasDrawing ? ' and see the drawing' : ''}`}
      onClick={go}
    >
      <bdi>{shown}</bdi>
      {hasDrawing && <Icon name="pen" />}
    </button>
  );
}

/** What is done rarely shows no word, so that all stand in one line. */
function Action(props: { icon: 'reply' | 'edit' | 'trash'; label: string; onClick: () => void }) {
  const isRare = props.icon !== 'reply';
  return (
    <button
      type="button"
      class="button plain small-button"
      aria-label={isRare ? props.label : undefined}
      title={isRare ? props.label : undefined}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
      {!isRare && props.label}
    </button>
  );
}

const relative = new Intl.RelativeTimeFormat(undefined, { style: 'narrow', numeric: 'auto' });

/** "2 min. ago"; beyond a week the date says more. */
function ago(createdAt: string): string {
  const seconds = (Date.parse(createdAt) - Date.now()) / 1000;
  if (seconds > -60) return 'now';
  if (seconds > -3600) return relative.format(Math.ceil(seconds / 60), 'minute');
  if (seconds > -86_400) return relative.format(Math.ceil(seconds / 3600), 'hour');
  if (seconds > -604_800) return relative.format(Math.ceil(seconds / 86_400), 'day');
  return new Date(createdAt).toLocaleDateString();
}
