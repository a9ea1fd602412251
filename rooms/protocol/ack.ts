import { z } from 'zod';
import { CommentView } from './comment.ts';
import { Control } from './control.ts';
import { ERROR_CODES } from './error.ts';
import { Id } from './id.ts';
import { LikeCount } from './like.ts';
import { Playback } from './playback.ts';
import { Progress } from './progress.ts';
import { ReactionCount } from './reaction.ts';
import { ScreeningSummary } from './screening.ts';

/** What an op made. A repeat of the op gets the same answer again. */
export const AckResult = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('comment'), comment: CommentView }),
    z.object({ kind: z.literal('like'), like: LikeCount, isLiked: z.boolean() }),
    z.object({ kind: z.literal('reaction'), reaction: ReactionCount }),
    z.object({ kind: z.literal('progress'), progress: Progress }),
    z.object({
      kind: z.literal('screening'),
      screening: ScreeningSummary,
      playback: Playback,
      control: Control.nullish(),
    }),
    z.object({ kind: z.literal('control'), control: Control }),
    z.object({ kind: z.literal('playback'), playback: Playback }),
    z.object({ kind: z.literal('none') }),
  ])
  .meta({ id: 'AckResult' });
export type AckResult = z.infer<typeof AckResult>;

/** Down, to the sender, after the commit is durable. */
export const Ack = z
  .object({
    t: z.literal('ack'),
    id: Id,
    epoch: z.int().min(0),
    seq: z.int().min(0),
    result: AckResult,
  })
  .meta({ id: 'Ack' });
export type Ack = z.infer<typeof Ack>;

/** Down, to the sender: not done, and why. The connection stays. */
export const Refuse = z
  .object({
    t: z.literal('refuse'),
    /** Absent where the frame could not be read far enough to have one. */
    id: z.string().nullish(),
    code: z.enum(ERROR_CODES),
    message: z.string(),
    retryAfterMs: z.int().min(0).nullish(),
  })
  .meta({ id: 'Refuse' });
export type Refuse = z.infer<typeof Refuse>;

/** Down, last frame before the room closes the socket. */
export const Bye = z
  .object({ t: z.literal('bye'), closeCode: z.int(), message: z.string() })
  .meta({ id: 'Bye' });
export type Bye = z.infer<typeof Bye>;
