import { sql } from 'drizzle-orm';
import { getOrganizationWith } from '#worker/accounts/organization-access.queries.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import type { StoredBytes } from './storage-limit.ts';

type Counted = Record<'video_bytes' | 'asset_bytes' | 'trash_bytes' | 'awaited_bytes', string> & {
  limit_bytes: string | null;
};

/** Throws as `getOrganizationFor`. */
export async function getStoredBytes(db: Database, viewer: Viewer, ref: string): Promise<StoredBytes> {
  const { results } = await getOrganizationWith(
    db,
    viewer,
    ref,
    'storage.read',
    (db, id) => [db.execute<Counted>(sql`select * from app.storage_of(${id})`)] as const,
  );
  const row = results[0].rows[0];
  return {
    videoBytes: Number(row?.video_bytes ?? 0),
    assetBytes: Number(row?.asset_bytes ?? 0),
    trashBytes: Number(row?.trash_bytes ?? 0),
    awaitedBytes: Number(row?.awaited_bytes ?? 0),
    limitBytes: row?.limit_bytes == null ? null : Number(row.limit_bytes),
  };
}
