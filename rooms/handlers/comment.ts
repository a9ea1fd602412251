import type { CommentDelete, CommentEdit, CommentPost, CommentResolve } from '#protocol/comment.ts';
import type { Drawing } from '#protocol/drawing.ts';
import { can } from '#protocol/capability.ts';
import { Refusal } from '../refusal.ts';
import type { Change, Handler, Room, Sender } from '../room.ts';
import type { LogKind } from '../storage/log.ts';
import { deletedComment, editedComment, postedComment, resolvedComment, viewOf } from '../state/comment.ts';
import { momentWithin } from '../state/moment.ts';
import { findComment, writeComment, type CommentRow } from '../storage/comments.ts';
import { requireCapability, requireNamed } from './rights.ts';

export const postComment: Handler<CommentPost> = (room, { identity }, op) => {
  const author = requireNamed(identity, 'comment');
  requireCapability(identity, 'comment.post', 'You may watch this video, but not comment on it.');
  const waitMs = room.guard.takeComment(author.userId, room.nowMs());
  if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'Too many comments in a minute.', waitMs);
  if (op.parentId && !findComment(room.sql, op.parentId))
    throw new Refusal('INVALID', 'The comment you answer is not here.');
  const moment = momentWithin(op, room.facts.durationSeconds);
  if (!moment.ok) throw new Refusal('INVALID', moment.reason);
  const comment = postedComment({ ...op, ...moment.value }, author, room.nowMs());
  return written(room, { seq: room.facts.seq + 1, comment }, 'comment.post', op.drawing);
};

/** Words belong to who wrote them: nobody else edits, not even who may delete. */
export const editComment: Handler<CommentEdit> = (room, sender, op) => {
  const row = getComment(room, op.commentId);
  if (!isAuthor(row, sender)) throw forbidden(sender, 'Only its author may edit a comment.');
  if (row.comment.deletedAtMs !== null) throw new Refusal('CONFLICT', 'This comment has been deleted.');
  const comment = editedComment(row.comment, op, room.nowMs());
  const isSame =
    row.comment.content === op.content && isEqual(row.comment.mentionedIds, comment.mentionedIds);
  return isSame ? unchanged(row) : written(room, { ...row, comment }, 'comment.edit');
};

export const deleteComment: Handler<CommentDelete> = (room, sender, op) => {
  const row = getComment(room, op.commentId);
  if (!isAuthor(row, sender) && !can(sender.identity.role, 'comment.moderate'))
    throw forbidden(sender, 'Only its author or a moderator may delete a comment.');
  if (row.comment.deletedAtMs !== null) return unchanged(row);
  return written(room, { ...row, comment: deletedComment(row.comment, room.nowMs()) }, 'comment.delete');
};

/** Said of a thread as a whole: of its first comment, by who asked or whoever may steer (R91). */
export const resolveComment: Handler<CommentResolve> = (room, sender, op) => {
  const by = requireNamed(sender.identity, 'settle a comment');
  const row = getComment(room, op.commentId);
  if (row.comment.parentId !== null)
    throw new Refusal('INVALID', 'Only the first comment of a thread is settled or opened again.');
  if (!isAuthor(row, sender) && !can(by.role, 'comment.resolve'))
    throw new Refusal('FORBIDDEN', 'Only its author, or who may steer here, may settle a comment.');
  if (row.comment.deletedAtMs !== null) throw new Refusal('CONFLICT', 'This comment has been deleted.');
  if (op.isResolved === (row.comment.resolvedAtMs !== null)) return unchanged(row);
  const comment = resolvedComment(row.comment, op.isResolved ? by : null, room.nowMs());
  return written(room, { ...row, comment }, 'comment.resolve');
};

function written(
  room: Room,
  row: CommentRow,
  kind: LogKind & `comment.${string}`,
  drawing?: Drawing | null,
): Change {
  writeComment(room.sql, row, drawing);
  return { ...unchanged(row), kind };
}

const unchanged = ({ comment }: CommentRow): Change => ({
  result: { kind: 'comment', comment: viewOf(comment) },
  kind: 'none',
  entityId: comment.id,
});

const isEqual = (ids: readonly string[], others: readonly string[]): boolean => ids.join() === others.join();

const isAuthor = ({ comment }: CommentRow, { identity }: Sender): boolean =>
  identity.userId !== null && identity.userId === comment.authorId;

const forbidden = ({ identity }: Sender, message: string): Refusal =>
  identity.userId === null
    ? new Refusal('UNAUTHENTICATED', 'Tell us your name first.')
    : new Refusal('FORBIDDEN', message);

function getComment(room: Room, id: string): CommentRow {
  const row = findComment(room.sql, id);
  if (!row) throw new Refusal('NOT_FOUND', 'There is no such comment here.');
  return row;
}
