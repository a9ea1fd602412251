import type { CommentView } from '#protocol/comment.ts';

type Placed = Pick<CommentView, 'id' | 'positionSeconds' | 'createdAt'>;

/** The place in a list by media time, as the column `order_ms` has it: what is about no moment comes last. */
export const orderMsOf = ({ positionSeconds }: Pick<Placed, 'positionSeconds'>): number =>
  positionSeconds === null ? Number.MAX_SAFE_INTEGER : Math.round(positionSeconds * 1000);

/** Compares comments as the lists stand: by media time, or newest first. */
export const inOrder =
  (order: 'time' | 'newest') =>
  (left: Placed, right: Placed): number =>
    order === 'time'
      ? compare(orderMsOf(left), orderMsOf(right)) || compare(left.id, right.id)
      : compare(right.createdAt, left.createdAt) || compare(right.id, left.id);

const compare = <T extends number | string>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;
