import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { type AssetDimensions, marketAssets, systemAssets, userAssets } from '#tables/assets.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { AssetType } from './asset-kind.ts';
import type { AssetSourceName } from './asset-source.ts';

/** An asset of whichever source. */
export interface AssetRow {
  id: string;
  source: AssetSourceName;
  reference: string | null;
  name: string;
  normalizedName: string;
  originalFilename: string | null;
  description: string | null;
  type: AssetType;
  mimeType: string;
  fileSizeBytes: number | null;
  dimensions: AssetDimensions | null;
  durationSeconds: number | null;
  sha256: string | null;
  storageKey: string | null;
  organizationId: string | null;
  marketAssetId: string | null;
  tags: string[];
  systemTags: string[];
  autoClassification: Record<string, unknown> | null;
  aiClassification: Record<string, unknown> | null;
  usageCount: number;
  lastUsedAt: Date | null;
  uploadedAt: Date | null;
  deletedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What the tables have in common. */
const fileOf = (table: typeof userAssets | typeof systemAssets | typeof marketAssets) => ({
  id: table.id,
  name: table.displayName,
  normalizedName: table.normalizedName,
  type: table.assetType,
  mimeType: table.mimeType,
  fileSizeBytes: table.fileSizeBytes,
  dimensions: table.dimensions,
  durationSeconds: table.durationSeconds,
  sha256: table.sha256,
  storageKey: table.storageKey,
  usageCount: table.usageCount,
  lastUsedAt: table.lastUsedAt,
  createdAt: table.createdAt,
  updatedAt: table.updatedAt,
});

const nothing = <Value>() => sql<Value>`null`;
const noWords = sql<string[]>`'{}'::text[]`.mapWith(userAssets.userTags);
/** What only somebody's own asset has. */
const notOwn = {
  originalFilename: nothing<string | null>(),
  organizationId: nothing<string | null>(),
  marketAssetId: nothing<string | null>(),
  autoClassification: nothing<AssetRow['autoClassification']>(),
  aiClassification: nothing<AssetRow['aiClassification']>(),
  systemTags: noWords,
};

export const selectUserAssets = (db: Database) =>
  db
    .select({
      ...fileOf(userAssets),
      source: sql<AssetSourceName>`case ${userAssets.source} when 'generation' then 'generation' else 'user' end`,
      reference: userAssets.assetId,
      originalFilename: userAssets.originalFilename,
      description: nothing<string | null>(),
      organizationId: userAssets.organizationId,
      marketAssetId: userAssets.marketAssetId,
      tags: userAssets.userTags,
      systemTags: userAssets.systemTags,
      autoClassification: userAssets.autoClassification,
      aiClassification: userAssets.aiClassification,
      uploadedAt: userAssets.uploadedAt,
      deletedAt: userAssets.deletedAt,
    })
    .from(userAssets)
    .$dynamic();

export const selectSystemAssets = (db: Database) =>
  db
    .select({
      ...fileOf(systemAssets),
      ...notOwn,
      source: sql<AssetSourceName>`'system'`,
      reference: systemAssets.systemId,
      description: systemAssets.description,
      tags: systemAssets.tags,
      uploadedAt: systemAssets.createdAt,
      deletedAt: nothing<Date | null>(),
    })
    .from(systemAssets)
    .$dynamic();

export const marketColumns = {
  ...fileOf(marketAssets),
  ...notOwn,
  source: sql<AssetSourceName>`'market'`,
  reference: nothing<string | null>(),
  description: marketAssets.description,
  tags: marketAssets.tags,
  uploadedAt: marketAssets.createdAt,
  deletedAt: marketAssets.deletedAt,
};

export const selectMarketAssets = (db: Database) => db.select(marketColumns).from(marketAssets).$dynamic();

/** Whose it is stands in the query too: a service sees everybody's. */
export const isMine = (viewer: Viewer): SQL => eq(userAssets.userId, sql`${viewer.userId}::uuid`);
export const isOnOffer = and(eq(marketAssets.isPublic, true), isNull(marketAssets.deletedAt));
export const isActive = eq(systemAssets.isActive, true);

/** The asset of that id if it is there for this viewer, of whichever source: one request. */
export async function findAsset(db: Database, viewer: Viewer, id: string): Promise<AssetRow | undefined> {
  const found = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectUserAssets(db).where(and(eq(userAssets.id, id), isMine(viewer), isNull(userAssets.deletedAt))),
        selectSystemAssets(db).where(and(eq(systemAssets.id, id), isActive)),
        selectMarketAssets(db).where(
          and(eq(marketAssets.id, id), isOnOffer, isNotNull(marketAssets.storageKey)),
        ),
      ] as const,
  );
  return found.flat()[0];
}
