import { z } from '@hono/zod-openapi';
import { Id, MediaSeconds } from '#protocol/id.ts';
import { Emoji, ReactionCount } from '#protocol/reaction.ts';

export const ReactionDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Made by you; sending the same again counts once.' }),
    emoji: Emoji,
    positionSeconds: MediaSeconds.openapi({ description: 'The moment it is about.' }),
  })
  .openapi('ReactionDraft', { example: { emoji: '🎉', positionSeconds: 42.5 } });

export const HeatQuery = z.object({
  buckets: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(200)
    .openapi({ description: 'Into how many parts the video is cut at most.' }),
});

export const Heat = z
  .object({
    bucketSeconds: z.int().min(1).openapi({ description: 'How long a part is.' }),
    items: z.array(ReactionCount).openapi({
      description: 'By part and emoji, those that were sent at all. `second` is the first of its part.',
    }),
  })
  .openapi('Heat');
export type Heat = z.infer<typeof Heat>;
