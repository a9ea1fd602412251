import { arrayContains, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { marketAssets, systemAssets, userAssets } from '#tables/assets.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { Page } from '#worker/db/page.ts';
import type { AssetListQuery } from './asset-input.ts';
import { cutAssets, pageOfAssets } from './asset-page.queries.ts';
import {
  type AssetRow,
  isActive,
  isMine,
  isOnOffer,
  selectMarketAssets,
  selectSystemAssets,
  selectUserAssets,
} from './asset-row.queries.ts';

/** One page over the sources asked for. Each is read in order from its own index, then they are merged: one request. */
export async function listAssets(
  db: Database,
  viewer: Viewer,
  query: AssetListQuery,
): Promise<Page<AssetRow>> {
  const { source, limit, tag, q } = query;
  const wants = (...names: string[]): boolean => source === 'all' || names.includes(source);
  const page = pageOfAssets(query);
  const own = page(
    userAssets,
    wants('user', 'generation') && viewer.userId !== null ? isMine(viewer) : sql`false`,
    query.deleted ? isNotNull(userAssets.deletedAt) : isNull(userAssets.deletedAt),
    source === 'generation' ? eq(userAssets.source, 'generation') : undefined,
    source === 'user' ? ne(userAssets.source, 'generation') : undefined,
    tag === undefined ? undefined : arrayContains(userAssets.userTags, [tag]),
    q === undefined ? undefined : sql`${userAssets.id} = any ((select app.user_assets_named(${q}))::uuid[])`,
  );
  const system = page(
    systemAssets,
    wants('system') && !query.deleted ? isActive : sql`false`,
    tag === undefined ? undefined : arrayContains(systemAssets.tags, [tag]),
    q === undefined ? undefined : sql`strpos(${systemAssets.normalizedName}, app.normalized_name(${q})) > 0`,
  );
  const market = page(
    marketAssets,
    wants('market') && !query.deleted ? isOnOffer : sql`false`,
    tag === undefined ? undefined : arrayContains(marketAssets.tags, [tag]),
    q === undefined
      ? undefined
      : sql`${marketAssets.id} = any ((select app.market_assets_named(${q}))::uuid[])`,
  );
  const found = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectUserAssets(db)
          .where(own.where)
          .orderBy(...own.orderBy)
          .limit(limit + 1),
        selectSystemAssets(db)
          .where(system.where)
          .orderBy(...system.orderBy)
          .limit(limit + 1),
        selectMarketAssets(db)
          .where(market.where)
          .orderBy(...market.orderBy)
          .limit(limit + 1),
      ] as const,
  );
  return cutAssets<AssetRow>(found.flat(), query);
}
