import { z } from '@hono/zod-openapi';
import { EntityId, Id } from '#protocol/id.ts';
import { storedLine, storedText } from '#worker/http/stored-text.ts';
import { AssetListQuery, AssetName, AssetTags } from './asset-input.ts';

const Description = storedText().max(1000, 'A description has at most 1,000 characters.');

export const MarketDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Made by you; sending the same again answers the same.' }),
    assetId: EntityId.openapi({ description: 'Yours, with all its bytes there.' }),
    name: AssetName.optional().openapi({ description: 'The asset’s own when it is left out.' }),
    description: Description.nullish(),
    tags: AssetTags.default([]),
    isPublic: z
      .boolean()
      .default(true)
      .openapi({ description: 'Whether others see it at once; `false` keeps it back.' }),
  })
  .openapi('MarketDraft', { example: { assetId: '01900000-0000-7000-8000-000000000001' } });

export const MarketEdit = z
  .object({
    name: AssetName.optional(),
    description: Description.nullable().optional(),
    tags: AssetTags.optional(),
    isPublic: z.boolean().optional(),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Nothing to change was given.')
  .openapi('MarketEdit', { example: { name: 'Opening title' } });

export const MarketListQuery = AssetListQuery.omit({ source: true, deleted: true }).extend({
  creator: z.literal('me').optional().openapi({ description: '`me`: what you offer, public or not.' }),
  q: storedLine().min(1).max(100).optional().openapi({ description: 'A part of the name.' }),
});

export type MarketDraft = z.infer<typeof MarketDraft>;
export type MarketEdit = z.infer<typeof MarketEdit>;
export type MarketListQuery = z.infer<typeof MarketListQuery>;
