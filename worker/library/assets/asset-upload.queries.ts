import { and, eq, isNull, sql } from 'drizzle-orm';
import { userAssets } from '#tables/assets.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs, serviceActor } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { AssetType } from './asset-kind.ts';
import { type AssetRow, isMine, selectUserAssets } from './asset-row.queries.ts';
import type { ImageSize } from './image-size.ts';

/** What the server has found the bytes to be. */
export interface AssetFacts {
  type: AssetType;
  mimeType: string;
  sha256: string;
  dimensions: ImageSize | null;
  durationSeconds: number | null;
}

/** Claims the key for one attempt at sending the bytes; a later claim overtakes it. Undefined: no such asset of mine. */
export async function beginUpload(
  db: Database,
  viewer: SignedInViewer,
  { id, key }: { id: string; key: string },
): Promise<AssetRow | undefined> {
  const [, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute(sql`select app.begin_asset_upload(${id}::uuid, ${key})`),
        selectUserAssets(db).where(and(eq(userAssets.id, id), isMine(viewer), isNull(userAssets.deletedAt))),
      ] as const,
  );
  return rows[0];
}

/** The bytes are all there. Undefined when another attempt has overtaken this one, or the asset was deleted. */
export async function finishUpload(
  db: Database,
  { id, key, facts }: { id: string; key: string; facts: AssetFacts },
): Promise<AssetRow | undefined> {
  const [finished, rows] = await runAs(
    db,
    serviceActor('service:media'),
    (db) =>
      [
        db.execute(sql`select app.finish_asset_upload(${id}::uuid, ${key}, ${JSON.stringify(facts)}::jsonb)`),
        selectUserAssets(db).where(eq(userAssets.id, id)),
      ] as const,
  );
  return finished.rows.length > 0 ? rows[0] : undefined;
}
