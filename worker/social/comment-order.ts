import type { CommentView } from '#protocol/comment.ts';

type Placed = Pick<CommentView, 'id' | 'positionSeconds' | 'createdAt'>;

/** Compares comments as the lists stand: by media time (those about no moment last), or newest first. */
export const inOrder =
  (order: 'time' | 'newest') =>
  (left: Placed, right: Placed): number =>
    order === 'time'
      ? compare(left.positionSeconds ?? Infinity, right.positionSeconds ?? Infinity) ||
        compare(left.id, right.id)
      : compare(right.createdAt, left.createdAt) || compare(right.id, left.id);

const compare = <T extends number | string>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;
