import { createRoute } from '@hono/zod-openapi';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { hideAsset, noteUse, restoreAsset, updateAsset } from './asset-edit.queries.ts';
import { AssetEdit, AssetParam, AssetUse } from './asset-input.ts';
import { Asset, toAssetView } from './asset-view.ts';
import { getAsset, getOwnAsset, noSuchAsset, overtaken, requireId, tagOf } from './get-asset.ts';

const path = '/api/assets/{assetId}';
const tags = ['assets'];
const content = { 'application/json': { schema: Asset } };

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change an asset of yours',
  description: 'Only what is given changes. With If-Match only the version you have seen.',
  ...access('person', 'assets:write'),
  request: { params: AssetParam, body: jsonBody(AssetEdit) },
  responses: {
    200: { description: 'The asset as it is now.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete an asset of yours',
  ...access('person', 'assets:write'),
  request: { params: AssetParam },
  responses: {
    204: { description: 'In the trash, for 30 days.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

const restore = createRoute({
  method: 'post',
  path: `${path}/restore`,
  tags,
  summary: 'Take an asset out of the trash',
  ...access('person', 'assets:write'),
  request: { params: AssetParam },
  responses: {
    200: { description: 'The asset, as it was.', content },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const use = createRoute({
  method: 'post',
  path: `${path}/uses`,
  tags,
  summary: 'Count a use of an asset',
  description: 'Yours, or one the product brings along. What the market offers is counted when it is taken.',
  ...access('person', 'assets:write'),
  request: { params: AssetParam, body: jsonBody(AssetUse) },
  responses: {
    200: { description: 'It was counted before, by the same id.', content },
    201: { description: 'Counted.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
  },
});

export const ownAssetRoutes = createRouter();

ownAssetRoutes.openapi(edit, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await getOwnAsset(c.get('db'), viewer, c.req.valid('param').assetId);
  requireMatch(c, tagOf(row));
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : row.updatedAt;
  const changed = await updateAsset(c.get('db'), viewer, {
    id: row.id,
    ifUpdatedAt,
    edit: c.req.valid('json'),
  });
  if (!changed.row) throw noSuchAsset();
  if (!changed.isChanged) throw overtaken();
  c.header('etag', tagOf(changed.row));
  return c.json(toAssetView(changed.row), 200);
});

ownAssetRoutes.openapi(remove, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await getOwnAsset(c.get('db'), viewer, c.req.valid('param').assetId);
  requireMatch(c, tagOf(row));
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : row.updatedAt;
  const hidden = await hideAsset(c.get('db'), viewer, { id: row.id, ifUpdatedAt });
  if (!hidden.isChanged && hidden.row?.deletedAt === null) throw overtaken();
  return c.body(null, 204);
});

ownAssetRoutes.openapi(restore, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { row } = await restoreAsset(c.get('db'), viewer, requireId(c.req.valid('param').assetId));
  // Still deleted: its 30 days are over.
  if (!row || row.deletedAt !== null) throw noSuchAsset();
  c.header('etag', tagOf(row));
  return c.json(toAssetView(row), 200);
});

ownAssetRoutes.openapi(use, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const asset = await getAsset(c.get('db'), viewer, c.req.valid('param').assetId);
  if (asset.source === 'market')
    throw new AppError('FORBIDDEN', 'Take it from the market first; what is yours then can be used.');
  const noted = await noteUse(c.get('db'), viewer, { id: c.req.valid('json').id, asset });
  if (!noted) throw new AppError('CONFLICT', 'This id stands for another use. Make a new one.');
  const counted = await getAsset(c.get('db'), viewer, asset.id);
  return c.json(toAssetView(counted), noted.isNew ? 201 : 200);
});
