import type { CommentView } from '#protocol/comment.ts';

type Comments = ReadonlyMap<string, CommentView>;

/** Wherever two copies of a comment meet the greater version wins; on a tie what is already there stays. */
export function mergeComments(comments: Comments, views: readonly CommentView[]): Comments {
  const news = views.filter((view) => isNewer(view, comments.get(view.id)));
  if (news.length === 0) return comments;
  const merged = new Map(comments);
  for (const view of news) if (isNewer(view, merged.get(view.id))) merged.set(view.id, view);
  return merged;
}

const isNewer = (view: CommentView, known: CommentView | undefined): boolean =>
  known === undefined || view.version > known.version;

/** By how much a change of one comment moves the video's count of comments. */
export function commentCountChange(comments: Comments, view: CommentView): number {
  const known = comments.get(view.id);
  if (!isNewer(view, known)) return 0;
  if (view.isDeleted) return known?.isDeleted === true ? 0 : -1;
  return known === undefined && view.version === 1 ? 1 : 0;
}

/** Likes move without a version: their count is absolute and comes in order. */
export function withLikeCount(comments: Comments, commentId: string, likeCount: number): Comments {
  const known = comments.get(commentId);
  if (known === undefined || known.likeCount === likeCount) return comments;
  return new Map(comments).set(commentId, { ...known, likeCount });
}
