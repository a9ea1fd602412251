import type { RoomState } from '#client/room/room-state.ts';
import type { ListedComment } from '#client/room/select.ts';

/** A comment and what was answered to it, oldest answer first. */
export interface Thread {
  root: ListedComment;
  replies: ListedComment[];
}

/**
 * Groups a list into threads, keeping the list's order for the roots. A deleted comment stays only while
 * somebody has answered it; an answer whose root is not here (not loaded yet) stands on its own.
 */
export function toThreads(comments: readonly ListedComment[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const replies = new Map<string, ListedComment[]>();
  const roots: ListedComment[] = [];
  for (const comment of comments) {
    const root = rootOf(comment, byId);
    if (root === comment) roots.push(comment);
    else replies.set(root.id, [...(replies.get(root.id) ?? []), comment]);
  }
  return roots
    .map((root) => ({
      root,
      replies: (replies.get(root.id) ?? [])
        .filter((reply) => !reply.isDeleted)
        .sort((one, other) => one.createdAt.localeCompare(other.createdAt) || one.id.localeCompare(other.id)),
    }))
    .filter((thread) => !thread.root.isDeleted || thread.replies.length > 0);
}

/** Whether there are older ones than those here. The room knows that it held some back, not that they were read since. */
export function hasEarlier({ hasMoreComments, comments, video }: RoomState): boolean {
  if (!hasMoreComments) return false;
  let here = 0;
  for (const { isDeleted } of comments.values()) if (!isDeleted) here += 1;
  return here < video.commentCount;
}

function rootOf(comment: ListedComment, byId: ReadonlyMap<string, ListedComment>): ListedComment {
  let root = comment;
  for (let depth = 0; depth < 32 && root.parentId !== null; depth += 1) {
    const parent = byId.get(root.parentId);
    if (!parent) return root;
    root = parent;
  }
  return root;
}

/** The thread playback has reached last, if it was not long ago; the one to highlight. */
export function nearestThread(
  threads: readonly Thread[],
  positionSeconds: number,
  windowSeconds = 8,
): string | undefined {
  let best: { id: string; at: number } | undefined;
  for (const { root } of threads) {
    const at = root.positionSeconds;
    if (at === null || at > positionSeconds + 0.05) continue;
    if (Math.max(at + windowSeconds, root.endSeconds ?? 0) < positionSeconds) continue;
    if (!best || at >= best.at) best = { id: root.id, at };
  }
  return best?.id;
}
