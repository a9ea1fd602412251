import { env } from 'cloudflare:workers';
import { isNotNull, sql } from 'drizzle-orm';
import { marketAssets, userAssets } from '#tables/assets.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Asset } from '#worker/library/assets/asset-view.ts';
import type { MarketAsset } from '#worker/library/assets/market-view.ts';
import type { Visitor } from './visitor.ts';

/** The smallest PNG there is, of one pixel. */
export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='),
  (character) => character.charCodeAt(0),
);

/** An asset of somebody's with all its bytes there. */
export async function makeAsset(
  owner: Visitor,
  {
    bytes = PNG,
    ...draft
  }: { bytes?: Uint8Array; name?: string; mimeType?: string; userTags?: string[] } = {},
): Promise<Asset> {
  const made = await owner.post('/api/assets', {
    name: 'Dot.png',
    mimeType: 'image/png',
    ...draft,
    fileSizeBytes: bytes.length,
  });
  if (made.status !== 201) throw new Error(`asset: ${made.status} ${await made.text()}`);
  const { id } = await made.json<Asset>();
  const sent = await owner.ask('PUT', `/api/assets/${id}/content`, { body: new Uint8Array(bytes) });
  if (sent.status !== 200) throw new Error(`bytes: ${sent.status} ${await sent.text()}`);
  return sent.json();
}

/** Something that somebody offers to others. */
export async function offerAsset(owner: Visitor, draft: object = {}): Promise<MarketAsset> {
  const { id: assetId } = await makeAsset(owner);
  const answer = await owner.post('/api/market', { assetId, ...draft });
  if (answer.status !== 201) throw new Error(`offer: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** As if somebody's deleted assets had lain in the trash for so long. Other tests' are left alone. */
export async function ageTrash(userId: string, days: number): Promise<void> {
  const deletedAt = new Date(Date.now() - days * 86_400_000);
  await runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'registered', userId },
    (db) =>
      [
        db.update(userAssets).set({ deletedAt }).where(isNotNull(userAssets.deletedAt)),
        db.update(marketAssets).set({ deletedAt }).where(isNotNull(marketAssets.deletedAt)),
      ] as const,
  );
}

/** As if an asset had been made so long ago, and its bytes never sent. */
export async function makeStale(userId: string, { id, hours }: { id: string; hours: number }): Promise<void> {
  await runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'service:media', userId: null },
    (db) =>
      [
        db.insert(userAssets).values({
          id,
          assetId: id,
          userId,
          organizationId: sql`(select organization_id from organization_members where user_id = ${userId}::uuid limit 1)`,
          displayName: 'Stale',
          originalFilename: 'Stale',
          mimeType: 'image/png',
          assetType: 'image',
          createdAt: new Date(Date.now() - hours * 3_600_000),
        }),
      ] as const,
  );
}
