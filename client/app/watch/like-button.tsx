import { Icon } from '#client/ui/icon.tsx';
import { attemptNamed } from './identity.ts';
import { shownLike } from './likes.ts';
import { usePick, useWatch } from './watch.ts';

/** Likes the video, or one comment. The word and the count say it too; colour does not speak alone. */
export function LikeButton({
  commentId = null,
  likeCount = 0,
}: {
  commentId?: string | null;
  likeCount?: number;
}) {
  const watch = useWatch();
  const like = usePick((state) =>
    commentId === null
      ? shownLike(state, null, { likeCount: state.video.likeCount, isLiked: state.video.isLikedByYou })
      : shownLike(state, commentId, { likeCount, isLiked: state.likedCommentIds.has(commentId) }),
  ).value;
  const set = () => watch.room.setLike(!like.isLiked, commentId ?? undefined);
  const toggle = () =>
    void (commentId === null
      ? attemptNamed(watch, 'To like this video', set)
      : attemptNamed(watch, 'To like this comment', set, 'panel'));
  const isVideo = commentId === null;
  const shown = isVideo || like.likeCount > 0;
  return (
    <button
      type="button"
      class={isVideo ? 'button' : 'button plain small-button'}
      aria-pressed={like.isLiked}
      aria-busy={like.isPending}
      aria-label={`Like${isVideo ? '' : ' this comment'}, ${like.likeCount} so far`}
      onClick={toggle}
    >
      <Icon name="heart" filled={like.isLiked} />
      {shown && <span class="figures">{like.likeCount}</span>}
    </button>
  );
}
