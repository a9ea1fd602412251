import { z } from '@hono/zod-openapi';
import { EntityId, Id } from '#protocol/id.ts';
import { PageQuery } from '#worker/http/page-shape.ts';
import { storedLine } from '#worker/http/stored-text.ts';
import { ASSET_TYPES } from './asset-kind.ts';
import { ASSET_SORTS } from './asset-order.ts';
import { ASSET_SOURCE_NAMES } from './asset-source.ts';

/** The largest file an asset may be. */
export const MAX_ASSET_BYTES = 100 * 1024 ** 2;

export const AssetName = storedLine()
  .min(1, 'A name has at least one character.')
  .max(255, 'A name has at most 255 characters.')
  .openapi({ example: 'Opening title.png' });
export const AssetTags = z
  .array(storedLine().min(1).max(50))
  .max(50, 'At most 50 tags.')
  .transform((tags) => [...new Set(tags)])
  .openapi({ type: 'array', items: { type: 'string', maxLength: 50 }, maxItems: 50, example: ['title'] });

export const AssetDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Made by you; sending the same again answers the same asset.' }),
    name: AssetName,
    mimeType: z
      .string()
      .max(255)
      .regex(/^[A-Za-z0-9!#$&^_.+-]{1,127}\/[A-Za-z0-9!#$&^_.+-]{1,127}$/, 'This is no media type.')
      .openapi({ description: 'What you take it for; the first bytes decide.', example: 'image/png' }),
    fileSizeBytes: z
      .int()
      .min(1, 'A file has at least one byte.')
      .max(MAX_ASSET_BYTES, 'A file has at most 100 MiB.')
      .openapi({ example: 68 }),
    organizationId: EntityId.optional().openapi({
      description: 'One of your organizations; your personal one when it is left out.',
    }),
    userTags: AssetTags.default([]),
  })
  .openapi('AssetDraft', {
    example: { name: 'Opening title.png', mimeType: 'image/png', fileSizeBytes: 68 },
  });

export const AssetEdit = z
  .object({ name: AssetName.optional(), userTags: AssetTags.optional() })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Nothing to change was given.')
  .openapi('AssetEdit', { example: { name: 'Closing title.png', userTags: ['title'] } });

export const AssetUse = z
  .object({ id: Id.openapi({ description: 'Made by you: a repeat counts once.' }) })
  .openapi('AssetUse', { example: { id: '01900000-0000-7000-8000-000000000002' } });

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const AssetListQuery = PageQuery.extend({
  source: z
    .enum([...ASSET_SOURCE_NAMES, 'all'])
    .default('all')
    .openapi({ description: '`user` and `generation` are your own, the others everybody’s.' }),
  type: z.enum(ASSET_TYPES).optional(),
  tag: storedLine().min(1).max(50).optional(),
  q: storedLine().min(1).max(100).optional().openapi({ description: 'A part of the name.' }),
  sort: z
    .enum(ASSET_SORTS)
    .default('recent')
    .openapi({ description: 'Newest, last used, most used, or by name.' }),
  deleted: flag
    .default(false)
    .openapi({ description: 'The trash: what you have deleted in the last 30 days.', type: 'string' }),
});

const idOf = (name: string, example: string) =>
  z
    .string()
    .max(64)
    .openapi({ param: { name, in: 'path' }, format: 'uuid', example });

/** What is no id at all is as absent as an unknown one. */
export const AssetParam = z.object({ assetId: idOf('assetId', '01900000-0000-7000-8000-000000000001') });
export const MarketAssetParam = z.object({
  marketAssetId: idOf('marketAssetId', '01900000-0000-7000-8000-000000000009'),
});

export type AssetDraft = z.infer<typeof AssetDraft>;
export type AssetEdit = z.infer<typeof AssetEdit>;
export type AssetListQuery = z.infer<typeof AssetListQuery>;
