import type { RoomState } from '#client/room/room-state.ts';

export interface ShownLike {
  likeCount: number;
  isLiked: boolean;
  /** Set by this viewer and not yet acknowledged by the room. */
  isPending: boolean;
}

/** A like as it will stand once what this viewer has asked for is done. `commentId` null is the video. */
export function shownLike(
  state: RoomState,
  commentId: string | null,
  stands: { likeCount: number; isLiked: boolean },
): ShownLike {
  const asked = state.pending.findLast(
    ({ op }) => op.t === 'like.set' && (op.commentId ?? null) === commentId,
  )?.op;
  if (asked?.t !== 'like.set' || asked.isLiked === stands.isLiked)
    return { ...stands, isPending: Boolean(asked) };
  return {
    isLiked: asked.isLiked,
    likeCount: Math.max(0, stands.likeCount + (asked.isLiked ? 1 : -1)),
    isPending: true,
  };
}
