import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';
import { marketAssets, systemAssets, userAssets } from './assets.ts';
import { createdAt, id } from './columns.ts';

/**
 * Every use, by the id its maker gave it: the ledger that `usage_count` and `last_used_at` are kept from. A use of the
 * market's is a taking, once for each taker.
 */
export const assetUses = pgTable(
  'asset_uses',
  {
    id: id(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    userAssetId: uuid('user_asset_id').references(() => userAssets.id, { onDelete: 'cascade' }),
    systemAssetId: uuid('system_asset_id').references(() => systemAssets.id, { onDelete: 'cascade' }),
    marketAssetId: uuid('market_asset_id').references(() => marketAssets.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    index('asset_uses_user_idx').on(t.userId),
    index('asset_uses_user_asset_idx').on(t.userAssetId),
    index('asset_uses_system_asset_idx').on(t.systemAssetId),
    uniqueIndex('asset_uses_taking_key').on(t.marketAssetId, t.userId),
    check('asset_uses_of_one', sql`num_nonnulls(user_asset_id, system_asset_id, market_asset_id) = 1`),
  ],
);

/** Objects in R2 that a row has let go of, until the nightly job has removed them. */
export const releasedObjects = pgTable(
  'released_objects',
  { id: id(), storageKey: text('storage_key').notNull(), createdAt: createdAt() },
  (t) => [index('released_objects_created_at_idx').on(t.createdAt)],
);
