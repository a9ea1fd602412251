import { z } from 'zod';
import { EntityId, Id } from './id.ts';

/** Sets (not toggles) the sender's like of the room's video, or of one of its comments. */
export const LikeSet = z
  .object({
    t: z.literal('like.set'),
    id: Id,
    /** Absent or null: the video itself. */
    commentId: EntityId.nullish(),
    isLiked: z.boolean(),
  })
  .meta({ id: 'LikeSet' });
export type LikeSet = z.infer<typeof LikeSet>;

/** The absolute count of a target after a like was set or taken back. */
export const LikeCount = z
  .object({ commentId: EntityId.nullable(), likeCount: z.int().min(0) })
  .meta({ id: 'LikeCount' });
export type LikeCount = z.infer<typeof LikeCount>;
