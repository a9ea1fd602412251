import type { CommentView } from '#protocol/comment.ts';

/**
 * A comment as a list has it, with nothing special about it: all that matters to a test is said by the test. Its fields
 * stand in the protocol's order, which files written of it keep.
 */
export const plainComment = ({
  id,
  content,
  createdAt,
  ...more
}: Pick<CommentView, 'id' | 'content' | 'createdAt'> & Partial<CommentView>): CommentView => ({
  id,
  parentId: null,
  authorId: null,
  authorName: 'Ann',
  isGuest: false,
  content,
  positionSeconds: null,
  endSeconds: null,
  frame: null,
  hasDrawing: false,
  mentionedIds: [],
  isEdited: false,
  isDeleted: false,
  resolvedAt: null,
  resolvedByName: null,
  likeCount: 0,
  version: 1,
  createdAt,
  updatedAt: createdAt,
  ...more,
});
