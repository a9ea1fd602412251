import { z } from 'zod';
import { EMOJIS } from './emojis.ts';
import { Id, MediaSeconds } from './id.ts';

export const Emoji = z.enum(EMOJIS);
export type Emoji = z.infer<typeof Emoji>;

/** A reaction to a moment. Each counts once; who sent it is not kept. */
export const ReactionPost = z
  .object({ t: z.literal('reaction.post'), id: Id, emoji: Emoji, positionSeconds: MediaSeconds })
  .meta({ id: 'ReactionPost' });
export type ReactionPost = z.infer<typeof ReactionPost>;

/** How often an emoji was sent in one second of the video, in all. */
export const ReactionCount = z
  .object({ second: z.int().min(0), emoji: Emoji, count: z.int().min(1) })
  .meta({ id: 'ReactionCount' });
export type ReactionCount = z.infer<typeof ReactionCount>;
