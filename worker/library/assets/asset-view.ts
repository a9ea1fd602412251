import { z } from '@hono/zod-openapi';
import { ASSET_TYPES } from './asset-kind.ts';
import type { AssetRow } from './asset-row.queries.ts';
import { ASSET_SOURCE_NAMES, assetSourceNamed } from './asset-source.ts';

const Findings = z.record(z.string(), z.unknown()).nullable();

/** An asset of whichever source, as the API shows it. */
export const Asset = z
  .object({
    id: z.uuid(),
    source: z.enum(ASSET_SOURCE_NAMES),
    sourceNumber: z.int(),
    reference: z.string().nullable().openapi({ description: 'What other systems know it by.' }),
    name: z.string(),
    originalFilename: z.string().nullable(),
    description: z.string().nullable(),
    type: z.enum(ASSET_TYPES),
    mimeType: z.string(),
    fileSizeBytes: z.int().nullable().openapi({ description: 'Null for what is made when it is asked for.' }),
    dimensions: z.object({ width: z.int(), height: z.int() }).nullable(),
    durationSeconds: z.number().nullable(),
    sha256: z.string().nullable(),
    tags: z.array(z.string()).openapi({ description: 'Its owner’s words.' }),
    systemTags: z.array(z.string()),
    classification: z.object({ automatic: Findings, model: Findings }),
    organizationId: z.uuid().nullable(),
    marketAssetId: z.uuid().nullable().openapi({ description: 'What it was taken from.' }),
    usageCount: z.int(),
    lastUsedAt: z.iso.datetime().nullable(),
    isUploaded: z.boolean().openapi({ description: 'Whether all its bytes are there.' }),
    contentUrl: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    deletedAt: z.iso.datetime().nullable(),
  })
  .openapi('Asset');
export type Asset = z.infer<typeof Asset>;

export function toAssetView(row: AssetRow): Asset {
  const isUploaded = row.uploadedAt !== null;
  return {
    id: row.id,
    source: row.source,
    sourceNumber: assetSourceNamed(row.source).number,
    reference: row.reference,
    name: row.name,
    originalFilename: row.originalFilename,
    description: row.description,
    type: row.type,
    mimeType: row.mimeType,
    fileSizeBytes: row.fileSizeBytes,
    dimensions: row.dimensions,
    durationSeconds: row.durationSeconds,
    sha256: row.sha256,
    tags: row.tags,
    systemTags: row.systemTags,
    classification: { automatic: row.autoClassification, model: row.aiClassification },
    organizationId: row.organizationId,
    marketAssetId: row.marketAssetId,
    usageCount: row.usageCount,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    isUploaded,
    contentUrl: isUploaded && row.deletedAt === null ? `/api/assets/${row.id}/content` : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
