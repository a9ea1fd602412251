import { EntityId } from '#protocol/id.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag } from '#worker/http/entity-tag.ts';
import { type AssetRow, findAsset } from './asset-row.queries.ts';

/** Absent, deleted and not-yours alike. */
export const noSuchAsset = (): AppError =>
  new AppError('NOT_FOUND', 'There is no such asset, or it is not shared with you.');

/** The id that stands in an address; what is none is as absent as an unknown one. */
export function requireId(text: string): string {
  const id = EntityId.safeParse(text);
  if (!id.success) throw noSuchAsset();
  return id.data;
}

/** The asset of whichever source, if it is there for this viewer. Throws NOT_FOUND. */
export async function getAsset(db: Database, viewer: Viewer, text: string): Promise<AssetRow> {
  const row = await findAsset(db, viewer, requireId(text));
  if (!row) throw noSuchAsset();
  return row;
}

/** One of the viewer's own: others that they see are not theirs to change. Throws NOT_FOUND, FORBIDDEN. */
export async function getOwnAsset(db: Database, viewer: Viewer, text: string): Promise<AssetRow> {
  const row = await getAsset(db, viewer, text);
  if (row.source === 'system' || row.source === 'market')
    throw new AppError('FORBIDDEN', 'This asset is not yours to change.');
  return row;
}

/** Counters are no edit. */
export const tagOf = ({ updatedAt }: { updatedAt: Date }): string =>
  entityTag(updatedAt.getTime().toString(36));

export const overtaken = (): AppError =>
  new AppError('STALE', 'Somebody changed this in the meantime. Load it again, then repeat your change.');
