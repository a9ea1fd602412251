import { z } from '@hono/zod-openapi';
import { EntityId, Id } from '#protocol/id.ts';
import { storedLine } from '#worker/http/stored-text.ts';
import { entityParam } from './entity-param.ts';
import type { TagRow } from './tags.queries.ts';

/** The system's own, which people neither see nor set. */
const HIDDEN = /^(category|workflow):/i;

export const TagName = storedLine()
  .min(1)
  .max(50)
  .refine((name) => !HIDDEN.test(name), 'Tags that begin like this are the system’s.')
  .openapi({ example: 'release' });
const Description = storedLine().max(500);
const Color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'A colour as in #1e90ff.')
  .openapi({ example: '#1e90ff' });

export const TagParam = z.object({ tagId: entityParam('tagId') });

export const TagDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Made by you; sending the same again answers the same tag.' }),
    name: TagName,
    description: Description.nullish(),
    color: Color.nullish(),
  })
  .openapi('TagDraft', { example: { name: 'release' } });
export type TagDraft = z.infer<typeof TagDraft>;

export const TagEdit = z
  .object({
    name: TagName.optional(),
    description: Description.nullable().optional(),
    color: Color.nullable().optional(),
    isActive: z.boolean().optional().openapi({ description: 'False: videos keep it, and no more get it.' }),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Nothing to change was given.')
  .openapi('TagEdit', { example: { isActive: false } });
export type TagEdit = z.infer<typeof TagEdit>;

export const Tag = z
  .object({
    id: EntityId,
    organizationId: EntityId.nullable().openapi({ description: 'Null: the product’s own, for everybody.' }),
    name: z.string(),
    description: z.string().nullable(),
    color: z.string().nullable(),
    isActive: z.boolean(),
    videoCount: z.int().nullable().openapi({
      description:
        'Videos of the organization that have it, those in the trash too; null for tags of all organizations.',
    }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Tag');

export const VideoTagsEdit = z
  .object({
    tagIds: z.array(EntityId).max(50).default([]).openapi({ maxItems: 50, example: [] }),
    names: z
      .array(TagName)
      .max(50)
      .default([])
      .openapi({
        maxItems: 50,
        example: ['release'],
        description: 'Made where there is none, if you are a member.',
      }),
  })
  .refine(({ tagIds, names }) => tagIds.length + names.length <= 50, 'A video has fifty tags at most.')
  .openapi('VideoTagsEdit', { example: { tagIds: [], names: ['release'] } });
export type VideoTagsEdit = z.infer<typeof VideoTagsEdit>;

/** A row as the API shows it. */
export const toTagView = (row: TagRow): z.infer<typeof Tag> => ({
  id: row.id,
  organizationId: row.organizationId,
  name: row.name,
  description: row.description,
  color: row.color,
  isActive: row.isActive,
  // Of a tag of all organizations it would tell of other tenants.
  videoCount: row.organizationId === null ? null : row.videoCount,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
