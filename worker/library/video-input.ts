import { z } from '@hono/zod-openapi';
import { Id } from '#protocol/id.ts';
import { storedLine, storedText } from '#worker/http/stored-text.ts';

const Title = storedLine()
  .min(1, 'A title has at least one character.')
  .max(255, 'A title has at most 255 characters.')
  .openapi({ example: 'Big Buck Bunny' });
const Description = storedText().max(10_000, 'A description has at most 10,000 characters.');
const Tags = z
  .array(storedLine().min(1).max(50))
  .max(50, 'At most 50 tags.')
  .transform((tags) => [...new Set(tags)])
  .openapi({ type: 'array', items: { type: 'string' }, example: ['animation'] });

export const VisibilityName = z.enum(['public', 'unlisted', 'organization', 'private']);

export const VideoDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Made by you; sending the same again answers the same video.' }),
    title: Title,
    description: Description.nullish(),
    visibility: VisibilityName.default('private'),
    tags: Tags.default([]),
  })
  .openapi('VideoDraft');

export const VideoEdit = z
  .object({
    title: Title.optional(),
    description: Description.nullable().optional(),
    visibility: VisibilityName.optional(),
    tags: Tags.optional(),
    channelId: z.uuid().nullable().optional(),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Nothing to change was given.')
  .openapi('VideoEdit');

export type VideoDraft = z.infer<typeof VideoDraft>;
export type VideoEdit = z.infer<typeof VideoEdit>;
