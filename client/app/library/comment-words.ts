import type { Video } from './pages.ts';

/** "5 comments, 2 open": what of it still waits for somebody. */
export function commentWords({
  commentCount,
  openCommentCount,
}: Pick<Video, 'commentCount' | 'openCommentCount'>): string {
  const all = commentCount === 1 ? '1 comment' : `${commentCount} comments`;
  return openCommentCount === 0 ? all : `${all}, ${openCommentCount} open`;
}
