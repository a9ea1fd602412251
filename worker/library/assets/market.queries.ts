import { and, arrayContains, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { marketAssets, userAssets } from '#tables/assets.ts';
import { actorOf, type SignedInViewer, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { Page } from '#worker/db/page.ts';
import { cutAssets, pageOfAssets } from './asset-page.queries.ts';
import { type AssetRow, isMine, isOnOffer, marketColumns, selectUserAssets } from './asset-row.queries.ts';
import type { MarketDraft, MarketEdit, MarketListQuery } from './market-input.ts';

/** What is offered, and what it is to the viewer. */
export type MarketRow = AssetRow & {
  creatorId: string | null;
  isPublic: boolean;
  /** The viewer's reference to it. */
  takenAs: string | null;
};

/** @NOTE inside another sql: drizzle leaves the tables' names out of what stands in a select itself. */
const referenceOf = (viewer: Viewer): SQL =>
  sql`select ${userAssets.id} from ${userAssets} where ${isMine(viewer)}
    and ${userAssets.marketAssetId} = ${marketAssets.id} and ${userAssets.deletedAt} is null`;

const selectOffers = (db: Database, viewer: Viewer) =>
  db
    .select({
      ...marketColumns,
      creatorId: marketAssets.creatorId,
      isPublic: marketAssets.isPublic,
      takenAs: sql<string | null>`(${referenceOf(viewer)})`,
    })
    .from(marketAssets)
    .$dynamic();

const isMyOffer = (viewer: Viewer): SQL => eq(marketAssets.creatorId, sql`${viewer.userId}::uuid`);
const isThere = isNull(marketAssets.deletedAt);

/** One page of what is offered to all, or of one's own offers. */
export async function listMarket(
  db: Database,
  viewer: Viewer,
  query: MarketListQuery,
): Promise<Page<MarketRow>> {
  const { tag, q, limit } = query;
  const { where, orderBy } = pageOfAssets(query)(
    marketAssets,
    query.creator === 'me' ? and(isMyOffer(viewer), isThere) : isOnOffer,
    tag === undefined ? undefined : arrayContains(marketAssets.tags, [tag]),
    q === undefined
      ? undefined
      : sql`${marketAssets.id} = any ((select app.market_assets_named(${q}))::uuid[])`,
  );
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        selectOffers(db, viewer)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit + 1),
      ] as const,
  );
  return cutAssets<MarketRow>(rows, query);
}

/** What is offered under that id, public or the viewer's own: policies show no other. */
export async function findOffer(db: Database, viewer: Viewer, id: string): Promise<MarketRow | undefined> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) => [selectOffers(db, viewer).where(and(eq(marketAssets.id, id), isThere))] as const,
  );
  return rows[0];
}

/** Offers an asset of one's own. `asset` is undefined where there is none; `offer` where it was not offered. */
export async function publishAsset(
  db: Database,
  viewer: SignedInViewer,
  draft: MarketDraft & { id: string },
): Promise<{ offer: MarketRow | undefined; asset: AssetRow | undefined; isNew: boolean }> {
  const [made, offers, mine] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute(sql`select app.publish_asset(${draft.assetId}::uuid, ${draft.id}::uuid, ${draft.name ?? null},
          ${draft.description || null}, ${sql.param(draft.tags, marketAssets.tags)}::text[], ${draft.isPublic})`),
        selectOffers(db, viewer).where(and(eq(marketAssets.id, draft.id), isMyOffer(viewer), isThere)),
        selectUserAssets(db).where(
          and(eq(userAssets.id, draft.assetId), isMine(viewer), isNull(userAssets.deletedAt)),
        ),
      ] as const,
  );
  return { offer: offers[0], asset: mine[0], isNew: made.rows.length > 0 };
}

/** Changes one's own offer; with `withdrawn` it is offered no longer. `isChanged` is false where somebody was faster. */
export async function updateOffer(
  db: Database,
  viewer: SignedInViewer,
  change: { id: string; edit: MarketEdit | 'withdrawn'; ifUpdatedAt: Date | undefined },
): Promise<{ offer: MarketRow | undefined; isChanged: boolean }> {
  const { id, edit, ifUpdatedAt } = change;
  const isIt = and(eq(marketAssets.id, id), isMyOffer(viewer));
  const values =
    edit === 'withdrawn'
      ? { deletedAt: sql`now()` }
      : {
          displayName: edit.name,
          description: edit.description,
          tags: edit.tags,
          isPublic: edit.isPublic,
        };
  const [changed, offers] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(marketAssets)
          .set(values)
          .where(and(isIt, isThere, ifUpdatedAt && eq(marketAssets.updatedAt, ifUpdatedAt)))
          .returning({ id: marketAssets.id }),
        selectOffers(db, viewer).where(isIt),
      ] as const,
  );
  return { offer: offers[0], isChanged: changed.length > 0 };
}

/** Takes it into one's library: the reference, and whether it is a new one. Undefined: nothing is offered there. */
export async function takeAsset(
  db: Database,
  viewer: SignedInViewer,
  { id, referenceId, label }: { id: string; referenceId: string; label: string },
): Promise<{ asset: AssetRow; isNew: boolean } | undefined> {
  const [, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute(sql`select app.take_market_asset(${id}::uuid, ${referenceId}::uuid, ${label})`),
        selectUserAssets(db).where(
          and(eq(userAssets.marketAssetId, id), isMine(viewer), isNull(userAssets.deletedAt)),
        ),
      ] as const,
  );
  return rows[0] && { asset: rows[0], isNew: rows[0].id === referenceId };
}
