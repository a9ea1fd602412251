import type { CommentDelete, CommentEdit, CommentPost } from '#protocol/comment.ts';
import { can } from '#protocol/role.ts';
import { Refusal } from '../refusal.ts';
import type { Change, Handler, Room, Sender } from '../room.ts';
import { deletedComment, editedComment, postedComment, viewOf } from '../state/comment.ts';
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
  return written(room, { seq: room.facts.seq + 1, comment }, 'comment.post');
};

/** Words belong to who wrote them: nobody else edits, not even who may delete. */
export const editComment: Handler<CommentEdit> = (room, sender, op) => {
  const row = getComment(room, op.commentId);
  if (!isAuthor(row, sender)) throw forbidden(sender, 'Only its author may edit a comment.');
  if (row.comment.deletedAtMs !== null) throw new Refusal('CONFLICT', 'This comment has been deleted.');
  if (row.comment.content === op.content) return unchanged(row);
  return written(
    room,
    { ...row, comment: editedComment(row.comment, op.content, room.nowMs()) },
    'comment.edit',
  );
};

export const deleteComment: Handler<CommentDelete> = (room, sender, op) => {
  const row = getComment(room, op.commentId);
  if (!isAuthor(row, sender) && !can(sender.identity.role, 'comment.moderate'))
    throw forbidden(sender, 'Only its author or a moderator may delete a comment.');
  if (row.comment.deletedAtMs !== null) return unchanged(row);
  return written(room, { ...row, comment: deletedComment(row.comment, room.nowMs()) }, 'comment.delete');
};

function written(
  room: Room,
  row: CommentRow,
  kind: 'comment.post' | 'comment.edit' | 'comment.delete',
): Change {
  writeComment(room.sql, row);
  return { ...unchanged(row), kind };
}

const unchanged = ({ comment }: CommentRow): Change => ({
  result: { kind: 'comment', comment: viewOf(comment) },
  kind: 'none',
  entityId: comment.id,
});

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
