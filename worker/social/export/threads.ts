import type { CommentView } from '#protocol/comment.ts';

/** A first comment and all that was answered below it, oldest first. */
export interface Thread {
  root: CommentView;
  replies: CommentView[];
}

export type Which = 'open' | 'all';

/** Answers go under the comment their thread began with, however deep. A deleted one stays while something stands under it. */
export function foldReplies(comments: readonly CommentView[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const threads = new Map<string, Thread>();
  const threadOf = (root: CommentView): Thread => {
    const thread = threads.get(root.id) ?? { root, replies: [] };
    threads.set(root.id, thread);
    return thread;
  };
  for (const comment of comments) {
    const root = rootOf(comment, byId);
    const thread = threadOf(root);
    if (root !== comment && !comment.isDeleted) thread.replies.push(comment);
  }
  for (const { replies } of threads.values()) replies.sort(byAge);
  return [...threads.values()]
    .filter(({ root, replies }) => !root.isDeleted || replies.length > 0)
    .sort((left, right) => placeOf(left) - placeOf(right) || byAge(left.root, right.root));
}

export const isResolved = ({ root }: Thread): boolean => root.resolvedAt !== null;

export const among = (threads: readonly Thread[], which: Which): Thread[] =>
  threads.filter((thread) => which === 'all' || !isResolved(thread));

/** What is about no moment comes first: it is about all of it. */
const placeOf = ({ root }: Thread): number => root.positionSeconds ?? -1;

const byAge = (left: CommentView, right: CommentView): number =>
  left.createdAt < right.createdAt ? -1 : left.createdAt > right.createdAt ? 1 : left.id < right.id ? -1 : 1;

function rootOf(comment: CommentView, byId: ReadonlyMap<string, CommentView>): CommentView {
  let root = comment;
  const seen = new Set<string>();
  while (root.parentId !== null && !seen.has(root.id)) {
    seen.add(root.id);
    const parent = byId.get(root.parentId);
    if (!parent) return root;
    root = parent;
  }
  return root;
}
