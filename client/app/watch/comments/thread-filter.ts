import { can } from '#protocol/capability.ts';
import type { RoomState } from '#client/room/room-state.ts';
import type { ListedComment } from '#client/room/select.ts';
import type { Thread } from './threads.ts';

export const THREAD_FILTERS = ['all', 'open', 'mine', 'drawing', 'mentions'] as const;
export type ThreadFilter = (typeof THREAD_FILTERS)[number];

export const isResolved = ({ root }: Thread): boolean => root.resolvedAt !== null;

/** Which threads are shown; an answer of one's own makes a thread one's own, too. */
export function filterThreads(
  threads: readonly Thread[],
  filter: ThreadFilter,
  userId: string | null,
): readonly Thread[] {
  const isAmong: Record<ThreadFilter, (thread: Thread) => boolean> = {
    all: () => true,
    open: (thread) => !isResolved(thread),
    mine: hasOne(({ isPending, authorId }) => isPending || (userId !== null && authorId === userId)),
    mentions: hasOne(({ mentionedIds }) => userId !== null && mentionedIds.includes(userId)),
    drawing: hasOne(({ hasDrawing }) => hasDrawing),
  };
  return threads.filter(isAmong[filter]);
}

const hasOne =
  (isIt: (comment: ListedComment) => boolean) =>
  ({ root, replies }: Thread): boolean =>
    [root, ...replies].some((comment) => !comment.isDeleted && isIt(comment));

/** Whoever began a thread may say that it is done, and those who may steer. Answers are not resolved by themselves. */
export function mayResolve(comment: ListedComment, you: RoomState['you']): boolean {
  if (you === null || comment.isPending || comment.isDeleted || comment.parentId !== null) return false;
  const isOwn = you.userId !== null && comment.authorId === you.userId;
  return (isOwn && can(you.role, 'comment.post')) || can(you.role, 'comment.resolve');
}

/** What this viewer has asked for and the room has not confirmed. */
export const isResolving = (state: RoomState, commentId: string): boolean =>
  state.pending.some(({ op }) => op.t === 'comment.resolve' && op.commentId === commentId);
