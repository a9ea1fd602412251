import { z } from 'zod';
import { CommentView } from './comment.ts';
import { LikeCount } from './like.ts';
import { ReactionCount } from './reaction.ts';
import { ScreeningSummary } from './screening.ts';

/** A committed change of the room, numbered. `seq` is unique and rising within an epoch. */
export const RoomEvent = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('comment'), seq: z.int().min(1), comment: CommentView }),
    z.object({ kind: z.literal('like'), seq: z.int().min(1), like: LikeCount }),
    z.object({ kind: z.literal('reaction'), seq: z.int().min(1), reaction: ReactionCount }),
    z.object({ kind: z.literal('screening'), seq: z.int().min(1), screening: ScreeningSummary }),
  ])
  .meta({ id: 'RoomEvent' });
export type RoomEvent = z.infer<typeof RoomEvent>;

/** Down: committed events in order. Counts of one target are merged into the newest, so seqs can skip. */
export const Events = z
  .object({
    t: z.literal('events'),
    epoch: z.int().min(0),
    /** The room's position after these events. */
    seq: z.int().min(0),
    events: z.array(RoomEvent),
  })
  .meta({ id: 'Events' });
export type Events = z.infer<typeof Events>;
