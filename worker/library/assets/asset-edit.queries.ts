import { and, eq, gt, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { organizationMembers, organizations } from '#tables/accounts.ts';
import { assetUses } from '#tables/asset-uses.ts';
import { userAssets } from '#tables/assets.ts';
import { actorOf, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { holdToStorageLimit } from '#worker/db/storage-full.ts';
import type { AssetDraft, AssetEdit } from './asset-input.ts';
import type { AssetType } from './asset-kind.ts';
import { type AssetRow, isMine, selectUserAssets } from './asset-row.queries.ts';

const personalOrganizationOf = (userId: string) => sql<string>`(
  select ${organizations.id} from ${organizations}
  join ${organizationMembers} on ${organizationMembers.organizationId} = ${organizations.id}
  where ${organizations.kind} = 'personal' and ${organizationMembers.userId} = ${userId}::uuid
    and ${organizationMembers.role} = 'OWNER' limit 1)`;

const refuse = (error: unknown): never => {
  throw toAppError(error);
};

/**
 * Makes an asset that waits for its bytes; a repeat finds what the first made. Undefined: the id is another's. Refused
 * where the bytes do not fit into its organization's storage.
 */
export async function insertAsset(
  db: Database,
  viewer: SignedInViewer,
  draft: AssetDraft & { id: string; reference: string; type: AssetType; standardBytes: number | null },
): Promise<{ row: AssetRow; isNew: boolean } | undefined> {
  const { organizationId } = draft;
  const values = {
    id: draft.id,
    assetId: draft.reference,
    userId: viewer.userId,
    organizationId: organizationId ?? personalOrganizationOf(viewer.userId),
    displayName: draft.name,
    originalFilename: draft.name,
    mimeType: draft.mimeType.toLowerCase(),
    fileSizeBytes: draft.fileSizeBytes,
    assetType: draft.type,
    userTags: draft.userTags,
  };
  const [, inserted, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute(
          organizationId === undefined
            ? sql`select 1`
            : sql`select app.require_role(${organizationId}::uuid, 'MEMBER')`,
        ),
        db
          .insert(userAssets)
          .values(values)
          .onConflictDoNothing({ target: userAssets.id })
          .returning({ id: userAssets.id }),
        selectUserAssets(db).where(and(eq(userAssets.id, draft.id), isMine(viewer))),
        db.execute(
          sql`select ${holdToStorageLimit(sql`select organization_id from user_assets where id = ${draft.id}`, draft.standardBytes)}`,
        ),
      ] as const,
  ).catch(refuse);
  return rows[0] && { row: rows[0], isNew: inserted.length > 0 };
}

interface Change {
  id: string;
  /** Undefined where no version was named: the last writer wins. */
  ifUpdatedAt: Date | undefined;
}

/** Applies an edit. `isChanged` is false where somebody was faster, the row undefined where it is gone. */
export function updateAsset(
  db: Database,
  viewer: SignedInViewer,
  { id, ifUpdatedAt, edit: { name, userTags } }: Change & { edit: AssetEdit },
): Promise<{ row: AssetRow | undefined; isChanged: boolean }> {
  return change(db, viewer, {
    id,
    values: { displayName: name, userTags },
    where: and(isNull(userAssets.deletedAt), ifUpdatedAt && eq(userAssets.updatedAt, ifUpdatedAt)),
  });
}

export function hideAsset(db: Database, viewer: SignedInViewer, { id, ifUpdatedAt }: Change) {
  return change(db, viewer, {
    id,
    values: { deletedAt: sql`now()` },
    where: and(isNull(userAssets.deletedAt), ifUpdatedAt && eq(userAssets.updatedAt, ifUpdatedAt)),
  });
}

/** Out of the trash, while it is kept there. */
export function restoreAsset(db: Database, viewer: SignedInViewer, id: string) {
  return change(db, viewer, {
    id,
    values: { deletedAt: null },
    where: and(isNotNull(userAssets.deletedAt), gt(userAssets.deletedAt, sql`now() - interval '30 days'`)),
  });
}

async function change(
  db: Database,
  viewer: SignedInViewer,
  {
    id,
    values,
    where,
  }: {
    id: string;
    values: { displayName?: string | undefined; userTags?: string[] | undefined; deletedAt?: SQL | null };
    where: SQL | undefined;
  },
): Promise<{ row: AssetRow | undefined; isChanged: boolean }> {
  const isIt = and(eq(userAssets.id, id), isMine(viewer));
  const [changed, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.update(userAssets).set(values).where(and(isIt, where)).returning({ id: userAssets.id }),
        selectUserAssets(db).where(isIt),
      ] as const,
  ).catch(refuse);
  return { row: rows[0], isChanged: changed.length > 0 };
}

/** Counts a use under an id of its maker's. `isNew` is false for a repeat; undefined: the id stands for another use. */
export async function noteUse(
  db: Database,
  viewer: SignedInViewer,
  { id, asset }: { id: string; asset: Pick<AssetRow, 'id' | 'source'> },
): Promise<{ isNew: boolean } | undefined> {
  const column = asset.source === 'system' ? assetUses.systemAssetId : assetUses.userAssetId;
  const [inserted, rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        // By hand, since drizzle names every column, and a person may not say when a use was.
        db.execute(sql`insert into ${assetUses} (id, user_id, ${sql.identifier(column.name)})
          values (${id}::uuid, ${viewer.userId}::uuid, ${asset.id}::uuid) on conflict (id) do nothing returning id`),
        db
          .select({ id: assetUses.id })
          .from(assetUses)
          .where(and(eq(assetUses.id, id), eq(column, asset.id), eq(assetUses.userId, viewer.userId))),
      ] as const,
  ).catch(refuse);
  return rows.length > 0 ? { isNew: inserted.rows.length > 0 } : undefined;
}
