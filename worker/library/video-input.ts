import { z } from '@hono/zod-openapi';
import { Id } from '#protocol/id.ts';
import { EmbedDomains } from '#worker/accounts/organization-settings.ts';
import { storedLine, storedText } from '#worker/http/stored-text.ts';

export const Title = storedLine()
  .min(1, 'A title has at least one character.')
  .max(255, 'A title has at most 255 characters.')
  .openapi({ example: 'Big Buck Bunny' });
const Description = storedText().max(10_000, 'A description has at most 10,000 characters.');
export const MOST_TAGS = 50;
export const Tags = z
  .array(storedLine().min(1).max(50))
  .max(MOST_TAGS, `At most ${MOST_TAGS} tags.`)
  .transform((tags) => [...new Set(tags)])
  .openapi({ type: 'array', items: { type: 'string' }, example: ['animation'] });

const METADATA_CHARACTERS = 8_192;

/** Facts of one's own, kept and given back as they are. */
export const Metadata = z
  .record(storedLine().min(1).max(100), z.json())
  .refine((facts) => isStorable(JSON.stringify(facts)), 'It holds a character that cannot be stored.')
  .refine(
    (facts) => JSON.stringify(facts).length <= METADATA_CHARACTERS,
    `Metadata has at most ${METADATA_CHARACTERS.toLocaleString('en')} characters as JSON.`,
  )
  .openapi({ type: 'object', additionalProperties: true, example: { camera: 'A' } });

/** NUL, and half a surrogate pair, which JSON escapes. */
const isStorable = (json: string): boolean => !/\\u(0000|d[89a-f])/i.test(json);

export const VisibilityName = z.enum(['public', 'unlisted', 'organization', 'private']);

export const VideoDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Made by you; sending the same again answers the same video.' }),
    title: Title,
    description: Description.nullish(),
    visibility: VisibilityName.default('private'),
    tags: Tags.default([]),
    organizationId: z
      .uuid()
      .nullish()
      .openapi({ description: 'One you are a member of; your personal one, if not given.' }),
    channelId: z.uuid().nullish(),
    metadata: Metadata.default({}),
  })
  .openapi('VideoDraft', { example: { title: 'Big Buck Bunny' } });

export const VideoEdit = z
  .object({
    title: Title.optional(),
    description: Description.nullable().optional(),
    visibility: VisibilityName.optional(),
    tags: Tags.optional(),
    channelId: z.uuid().nullable().optional(),
    metadata: Metadata.optional(),
    embedDomains: EmbedDomains.nullable()
      .optional()
      .openapi({
        type: ['array', 'null'],
        description:
          'Host names whose pages may embed it, whatever its organization lists; none: no site but this one. Null: those of ' +
          'its organization.',
      }),
    isArchived: z.boolean().optional().openapi({
      description: 'Archived: in no list unless asked for, still there for who has its address.',
    }),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Nothing to change was given.')
  .openapi('VideoEdit', { example: { title: 'Big Buck Bunny' } });

export type VideoDraft = z.infer<typeof VideoDraft>;
export type VideoEdit = z.infer<typeof VideoEdit>;
