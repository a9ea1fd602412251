import { z } from 'zod';
import { CommentView, type CommentEdit, type CommentPost } from '#protocol/comment.ts';
import type { Identity } from '#protocol/ticket.ts';

/**
 * A comment as the room keeps it: what everyone sees, and of a deleted one the words that nobody sees. What was drawn
 * with it lies beside it, since it is large and seldom looked at.
 */
export const StoredComment = CommentView.omit({
  isDeleted: true,
  resolvedAt: true,
  createdAt: true,
  updatedAt: true,
}).extend({
  hasDrawing: z.boolean().default(false),
  resolvedAtMs: z.number().nullable().default(null),
  resolvedById: z.string().nullable().default(null),
  resolvedByName: z.string().nullable().default(null),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  deletedAtMs: z.number().nullable(),
});
export type StoredComment = z.infer<typeof StoredComment>;

export function viewOf(comment: StoredComment): CommentView {
  const { createdAtMs, updatedAtMs, deletedAtMs, resolvedAtMs, resolvedById: _by, ...rest } = comment;
  const isDeleted = deletedAtMs !== null;
  const isOpen = resolvedAtMs === null || isDeleted;
  return {
    ...rest,
    content: isDeleted ? '' : comment.content,
    mentionedIds: isDeleted ? [] : comment.mentionedIds,
    isDeleted,
    hasDrawing: comment.hasDrawing && !isDeleted,
    resolvedAt: isOpen ? null : new Date(resolvedAtMs).toISOString(),
    resolvedByName: isOpen ? null : comment.resolvedByName,
    createdAt: new Date(createdAtMs).toISOString(),
    updatedAt: new Date(updatedAtMs).toISOString(),
  };
}

export function postedComment(
  op: CommentPost,
  author: Identity & { userId: string },
  nowMs: number,
): StoredComment {
  return {
    id: op.id,
    parentId: op.parentId ?? null,
    authorId: author.userId,
    authorName: author.name,
    isGuest: author.isGuest,
    content: op.content,
    positionSeconds: op.positionSeconds ?? null,
    endSeconds: op.endSeconds ?? null,
    frame: op.frame ?? null,
    hasDrawing: op.drawing != null,
    mentionedIds: [...new Set(op.mentionedIds ?? [])],
    resolvedAtMs: null,
    resolvedById: null,
    resolvedByName: null,
    isEdited: false,
    likeCount: 0,
    version: 1,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    deletedAtMs: null,
  };
}

export const editedComment = (
  comment: StoredComment,
  { content, mentionedIds }: Pick<CommentEdit, 'content' | 'mentionedIds'>,
  nowMs: number,
): StoredComment => ({
  ...comment,
  content,
  mentionedIds: mentionedIds ? [...new Set(mentionedIds)] : comment.mentionedIds,
  isEdited: true,
  version: comment.version + 1,
  updatedAtMs: nowMs,
});

export const deletedComment = (comment: StoredComment, nowMs: number): StoredComment => ({
  ...comment,
  version: comment.version + 1,
  updatedAtMs: nowMs,
  deletedAtMs: nowMs,
});

/** Who settled what a thread asks for; null opens it again. */
export const resolvedComment = (
  comment: StoredComment,
  by: { userId: string; name: string } | null,
  nowMs: number,
): StoredComment => ({
  ...comment,
  resolvedAtMs: by && nowMs,
  resolvedById: by && by.userId,
  resolvedByName: by && by.name,
  version: comment.version + 1,
  updatedAtMs: nowMs,
});

/** A like is a change of its comment too: its greater version is what lets the newer count win everywhere. */
export const likedComment = (comment: StoredComment, likeCount: number): StoredComment => ({
  ...comment,
  likeCount,
  version: comment.version + 1,
});
