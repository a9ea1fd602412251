import { z } from 'zod';
import { Drawing } from './drawing.ts';
import { EntityId, Id, MediaSeconds } from './id.ts';
import { LIMITS } from './limits.ts';

/** Postgres keeps neither NUL nor half a surrogate pair: one such row would hold up all that come after it. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/** What a person wrote, trimmed; 1 to 2,000 characters. */
export const CommentContent = z
  .string()
  .overwrite(storable)
  .trim()
  .min(1, 'A comment cannot be empty.')
  .max(LIMITS.commentCharacters, 'A comment has at most 2,000 characters.');

/** Who is meant by the `@Name` in a comment. The words say it to people, the ids to programs. */
export const MentionedIds = z.array(EntityId).max(LIMITS.mentions, 'A comment names at most 20 people.');

/** A comment as REST and socket both show it. A deleted one keeps its place with empty content. */
export const CommentView = z
  .object({
    id: EntityId,
    parentId: EntityId.nullable(),
    authorId: EntityId.nullable(),
    authorName: z.string(),
    isGuest: z.boolean(),
    content: z.string(),
    positionSeconds: MediaSeconds.nullable(),
    endSeconds: MediaSeconds.nullable(),
    frame: z.int().min(0).nullable(),
    /** Drawings are large and looked at one by one: `GET /api/videos/{id}/comments/{commentId}/drawing`. */
    hasDrawing: z.boolean(),
    mentionedIds: MentionedIds.default([]),
    isEdited: z.boolean(),
    isDeleted: z.boolean(),
    /** Null while it is open. */
    resolvedAt: z.iso.datetime().nullable(),
    resolvedByName: z.string().nullable(),
    likeCount: z.int().min(0),
    /** Grows with every change; the greater version wins wherever two copies meet. */
    version: z.int().min(1),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Comment' });
export type CommentView = z.infer<typeof CommentView>;
/** The same before what is left out is filled in. */
export type CommentRead = z.input<typeof CommentView>;

const moment = {
  positionSeconds: MediaSeconds.nullish(),
  endSeconds: MediaSeconds.nullish(),
  frame: z.int().min(0).nullish(),
};

export const CommentPost = z
  .object({
    t: z.literal('comment.post'),
    /** The new comment's id. */
    id: Id,
    content: CommentContent,
    parentId: EntityId.nullish(),
    ...moment,
    drawing: Drawing.nullish(),
    mentionedIds: MentionedIds.nullish(),
  })
  .meta({ id: 'CommentPost' });

export const CommentEdit = z
  .object({
    t: z.literal('comment.edit'),
    id: Id,
    commentId: EntityId,
    content: CommentContent,
    /** As they were, where it is left out. */
    mentionedIds: MentionedIds.nullish(),
  })
  .meta({ id: 'CommentEdit' });

export const CommentDelete = z
  .object({ t: z.literal('comment.delete'), id: Id, commentId: EntityId })
  .meta({ id: 'CommentDelete' });

/** Sets (not toggles) that what a thread asks for is done; of its first comment only. */
export const CommentResolve = z
  .object({ t: z.literal('comment.resolve'), id: Id, commentId: EntityId, isResolved: z.boolean() })
  .meta({ id: 'CommentResolve' });

export type CommentPost = z.infer<typeof CommentPost>;
export type CommentEdit = z.infer<typeof CommentEdit>;
export type CommentDelete = z.infer<typeof CommentDelete>;
export type CommentResolve = z.infer<typeof CommentResolve>;
