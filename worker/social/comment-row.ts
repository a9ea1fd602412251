import type { CommentView } from '#protocol/comment.ts';

/** A comment as Postgres has it, with its author's public face. */
export interface CommentRow {
  id: string;
  parentId: string | null;
  authorId: string | null;
  authorName: string | null;
  authorType: 'system' | 'guest' | 'registered' | null;
  content: string;
  positionSeconds: number | null;
  endSeconds: number | null;
  frame: number | null;
  hasDrawing: boolean;
  mentionedIds: string[];
  isEdited: boolean;
  resolvedAt: Date | null;
  resolverName: string | null;
  likeCount: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A deleted comment that something still stands under: it keeps its place and says nothing. */
export interface Tombstone {
  id: string;
  parentId: string | null;
  positionSeconds: number | null;
  version: number;
  createdAt: Date;
  deletedAt: Date;
}

/** How somebody is called whose account is gone. */
const NAMELESS = 'Somebody';

export const toCommentView = (row: CommentRow): CommentView => ({
  id: row.id,
  parentId: row.parentId,
  authorId: row.authorId,
  authorName: row.authorName ?? NAMELESS,
  isGuest: row.authorType !== 'registered',
  content: row.content,
  positionSeconds: row.positionSeconds,
  endSeconds: row.endSeconds,
  frame: row.frame,
  hasDrawing: row.hasDrawing,
  mentionedIds: row.mentionedIds,
  isEdited: row.isEdited,
  isDeleted: false,
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
  resolvedByName: row.resolvedAt && (row.resolverName ?? NAMELESS),
  likeCount: row.likeCount,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const toTombstoneView = (row: Tombstone): CommentView => ({
  id: row.id,
  parentId: row.parentId,
  authorId: null,
  authorName: '',
  isGuest: false,
  content: '',
  positionSeconds: row.positionSeconds,
  endSeconds: null,
  frame: null,
  hasDrawing: false,
  mentionedIds: [],
  isEdited: false,
  isDeleted: true,
  resolvedAt: null,
  resolvedByName: null,
  likeCount: 0,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.deletedAt.toISOString(),
});
