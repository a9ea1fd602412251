import { z } from '@hono/zod-openapi';
import { Asset, toAssetView } from './asset-view.ts';
import type { MarketRow } from './market.queries.ts';

/** What somebody offers to others. */
export const MarketAsset = Asset.extend({
  creatorId: z.uuid().nullable(),
  isPublic: z.boolean(),
  takenAs: z.uuid().nullable().openapi({ description: 'Your reference to it, if you have taken it.' }),
}).openapi('MarketAsset');
export type MarketAsset = z.infer<typeof MarketAsset>;

export function toMarketView(row: MarketRow): MarketAsset {
  const { creatorId, isPublic, takenAs } = row;
  const view = toAssetView(row);
  // Who keeps an offer back reads the bytes where they came from.
  const contentUrl = isPublic ? view.contentUrl : null;
  return { ...view, contentUrl, creatorId, isPublic, takenAs };
}
