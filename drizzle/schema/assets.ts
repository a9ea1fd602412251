import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { organizations, users } from './accounts.ts';
import { byDescending, bytes, createdAt, id, moment, newestFirst, seconds, updatedAt } from './columns.ts';

export const assetType = pgEnum('asset_type', ['image', 'video', 'audio', 'document', 'other']);
export const assetOrigin = pgEnum('asset_origin', ['upload', 'generation', 'import']);

export interface AssetDimensions {
  width: number;
  height: number;
}

/** Letters and digits in lower case, one space between: what a name is searched by. */
const normalized = (column: string) =>
  sql.raw(`btrim(regexp_replace(lower(${column}), '[^[:alnum:]]+', ' ', 'g'))`);

/** What three kinds of assets have in common. */
const file = () => ({
  displayName: varchar('display_name', { length: 255 }).notNull(),
  storageKey: text('storage_key'),
  mimeType: varchar('mime_type', { length: 255 }).notNull(),
  fileSizeBytes: bytes('file_size_bytes'),
  assetType: assetType('asset_type').notNull(),
  dimensions: jsonb('dimensions').$type<AssetDimensions>(),
  durationSeconds: seconds('duration_seconds'),
  /** Of the bytes, in hexadecimal. */
  sha256: text('sha256'),
  /** Kept from `asset_uses` by a trigger, as is the moment of the last. */
  usageCount: integer('usage_count').notNull().default(0),
  lastUsedAt: moment('last_used_at'),
});

/** Names are compared byte by byte, so that a cursor means the same everywhere. */
const byName = sql`normalized_name collate "C"`;
/** What was never used stands behind everything that was. Not coalesce: that never reaches an index (drizzle/README.md). */
const byLastUse = sql`greatest(last_used_at, '-infinity') desc`;

/** A file of somebody's own: uploaded, generated, imported or taken from the market. */
export const userAssets = pgTable(
  'user_assets',
  {
    id: id(),
    /** What other systems know it by. */
    assetId: varchar('asset_id', { length: 64 }).notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    ...file(),
    originalFilename: varchar('original_filename', { length: 255 }).notNull(),
    normalizedName: text('normalized_name').notNull().generatedAlwaysAs(normalized('display_name')),
    cdnUrl: varchar('cdn_url', { length: 500 }),
    source: assetOrigin('source').notNull().default('upload'),
    userTags: text('user_tags')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    systemTags: text('system_tags')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    autoClassification: jsonb('auto_classification').$type<Record<string, unknown>>(),
    aiClassification: jsonb('ai_classification').$type<Record<string, unknown>>(),
    /** The market's asset this is a reference to; its bytes stay there. */
    marketAssetId: uuid('market_asset_id').references(() => marketAssets.id, { onDelete: 'restrict' }),
    /** Null until its bytes are all there. */
    uploadedAt: moment('uploaded_at'),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('user_assets_asset_id_key').on(t.assetId),
    index('user_assets_user_idx').on(t.userId, ...newestFirst(t)),
    index('user_assets_user_type_idx').on(t.userId, t.assetType, ...newestFirst(t)),
    index('user_assets_used_idx').on(t.userId, byLastUse, t.id.desc().nullsFirst()),
    index('user_assets_usage_idx').on(t.userId, ...byDescending(t.usageCount, t.id)),
    index('user_assets_user_name_idx').on(t.userId, byName, t.id),
    index('user_assets_unfinished_idx')
      .on(t.createdAt)
      .where(sql`uploaded_at is null`),
    index('user_assets_storage_key_idx').on(t.storageKey),
    unique('user_assets_taken_key').on(t.userId, t.marketAssetId),
    index('user_assets_organization_idx').on(t.organizationId, ...newestFirst(t)),
    index('user_assets_market_idx').on(t.marketAssetId),
    index('user_assets_deleted_at_idx')
      .on(t.deletedAt)
      .where(sql`deleted_at is not null`),
    index('user_assets_name_idx').using('gin', sql`normalized_name gin_trgm_ops`),
    check('user_assets_sha256_format', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('user_assets_name_not_blank', sql`btrim(${t.displayName}) <> ''`),
    check('user_assets_file_size_positive', sql`${t.fileSizeBytes} > 0`),
    check('user_assets_duration_positive', sql`${t.durationSeconds} > 0`),
    check('user_assets_usage_count_not_negative', sql`${t.usageCount} >= 0`),
  ],
);

/** Resources the product brings along, readable by all. */
export const systemAssets = pgTable(
  'system_assets',
  {
    id: id(),
    systemId: varchar('system_id', { length: 64 }).notNull(),
    ...file(),
    normalizedName: text('normalized_name').notNull().generatedAlwaysAs(normalized('display_name')),
    description: varchar('description', { length: 1000 }),
    tags: text('tags')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('system_assets_system_id_key').on(t.systemId),
    index('system_assets_list_idx').on(t.isActive, ...newestFirst(t)),
    check('system_assets_name_not_blank', sql`btrim(${t.displayName}) <> ''`),
    check('system_assets_usage_count_not_negative', sql`${t.usageCount} >= 0`),
  ],
);

/** What somebody shares with other organizations. Taking one makes a reference in the taker's library. */
export const marketAssets = pgTable(
  'market_assets',
  {
    id: id(),
    /** Null once the account is gone: what others have taken stays theirs. */
    creatorId: uuid('creator_id').references(() => users.id, { onDelete: 'set null' }),
    ...file(),
    normalizedName: text('normalized_name').notNull().generatedAlwaysAs(normalized('display_name')),
    description: varchar('description', { length: 1000 }),
    tags: text('tags')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    isPublic: boolean('is_public').notNull().default(false),
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('market_assets_creator_idx').on(t.creatorId, ...newestFirst(t)),
    index('market_assets_creator_used_idx').on(t.creatorId, byLastUse, t.id.desc().nullsFirst()),
    index('market_assets_creator_usage_idx').on(t.creatorId, ...byDescending(t.usageCount, t.id)),
    index('market_assets_creator_name_idx').on(t.creatorId, byName, t.id),
    index('market_assets_public_idx').on(t.isPublic, ...newestFirst(t)),
    index('market_assets_used_idx').on(t.isPublic, byLastUse, t.id.desc().nullsFirst()),
    index('market_assets_usage_idx').on(t.isPublic, ...byDescending(t.usageCount, t.id)),
    index('market_assets_public_name_idx').on(t.isPublic, byName, t.id),
    index('market_assets_deleted_at_idx')
      .on(t.deletedAt)
      .where(sql`deleted_at is not null`),
    index('market_assets_storage_key_idx').on(t.storageKey),
    check('market_assets_sha256_format', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    index('market_assets_name_idx').using('gin', sql`normalized_name gin_trgm_ops`),
    check('market_assets_name_not_blank', sql`btrim(${t.displayName}) <> ''`),
    check('market_assets_usage_count_not_negative', sql`${t.usageCount} >= 0`),
  ],
);
