import { can } from '#protocol/capability.ts';
import type { RoomState } from '#client/room/room-state.ts';
import type { ListedComment } from '#client/room/select.ts';
import type { Thread } from './threads.ts';

export type ThreadFilter = 'open' | 'all';

export const isResolved = ({ root }: Thread): boolean => root.resolvedAt !== null;

export const filterThreads = (threads: readonly Thread[], filter: ThreadFilter): readonly Thread[] =>
  filter === 'all' ? threads : threads.filter((thread) => !isResolved(thread));

/** Whoever began a thread may say that it is done, and those who may steer. Answers are not resolved by themselves. */
export function mayResolve(comment: ListedComment, you: RoomState['you']): boolean {
  if (you === null || comment.isPending || comment.isDeleted || comment.parentId !== null) return false;
  const isOwn = you.userId !== null && comment.authorId === you.userId;
  return (isOwn && can(you.role, 'comment.post')) || can(you.role, 'comment.resolve');
}

/** What this viewer has asked for and the room has not confirmed. */
export const isResolving = (state: RoomState, commentId: string): boolean =>
  state.pending.some(({ op }) => op.t === 'comment.resolve' && op.commentId === commentId);
