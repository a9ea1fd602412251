import type { LikeSet } from '#protocol/like.ts';
import { Refusal } from '../refusal.ts';
import type { Change, Handler, Room } from '../room.ts';
import { likedComment } from '../state/comment.ts';
import { findComment, writeComment } from '../storage/comments.ts';
import { writeLikeCount } from '../storage/facts.ts';
import { findLike, VIDEO, writeLike } from '../storage/likes.ts';
import { requireCapability, requireNamed } from './rights.ts';

/** Sets, not toggles: a like sent twice is one like. */
export const setLike: Handler<LikeSet> = (room, { identity }, op) => {
  const { userId } = requireNamed(identity, 'like this');
  requireCapability(identity, 'like.set', 'You may watch this video, but not like it.');
  const target = op.commentId ?? VIDEO;
  const wasLiked = findLike(room.sql, userId, target)?.isLiked ?? false;
  const step = Number(op.isLiked) - Number(wasLiked);
  const count = target === VIDEO ? countVideo(room, step) : countComment(room, target, step);
  if (step !== 0) writeLike(room.sql, { userId, target, isLiked: op.isLiked, atMs: room.nowMs() });
  return {
    result: {
      kind: 'like',
      like: { commentId: op.commentId ?? null, likeCount: count.likeCount },
      isLiked: op.isLiked,
    },
    kind: step === 0 ? 'none' : 'like',
    entityId: target,
    afterCommit: count.afterCommit,
  };
};

type Counted = { likeCount: number } & Pick<Change, 'afterCommit'>;

function countVideo(room: Room, step: number): Counted {
  const likeCount = Math.max(0, room.facts.likeCount + step);
  if (step !== 0) writeLikeCount(room.sql, likeCount);
  return { likeCount, afterCommit: () => void (room.facts.likeCount = likeCount) };
}

function countComment(room: Room, commentId: string, step: number): Counted {
  const row = findComment(room.sql, commentId);
  if (!row || row.comment.deletedAtMs !== null)
    throw new Refusal('NOT_FOUND', 'There is no such comment here.');
  const likeCount = Math.max(0, row.comment.likeCount + step);
  if (step !== 0) writeComment(room.sql, { ...row, comment: likedComment(row.comment, likeCount) });
  return { likeCount };
}
