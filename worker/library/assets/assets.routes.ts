import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { requireAccount, requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { standardLimitOf } from '#worker/media/storage/storage-limit.ts';
import { makeShortId } from '../short-id.ts';
import { insertAsset } from './asset-edit.queries.ts';
import { AssetDraft, AssetListQuery, AssetParam } from './asset-input.ts';
import { declaredAssetType } from './asset-kind.ts';
import { listAssets } from './asset-list.queries.ts';
import { parseAssetSource } from './asset-source.ts';
import { Asset, toAssetView } from './asset-view.ts';
import { getAsset, tagOf } from './get-asset.ts';

const tags = ['assets'];
const content = { 'application/json': { schema: Asset } };

const list = createRoute({
  method: 'get',
  path: '/api/assets',
  tags,
  summary: 'List assets',
  description: 'Yours, what the product brings along and what the market offers, or one of these sources.',
  ...access('anyone', 'assets:read'),
  request: { query: AssetListQuery },
  responses: {
    200: { description: 'A page.', content: { 'application/json': { schema: pageOf(Asset) } } },
    ...refusals('UNAUTHENTICATED'),
  },
});

const create = createRoute({
  method: 'post',
  path: '/api/assets',
  tags,
  summary: 'Make an asset that waits for its bytes',
  description: 'Send them to `/api/assets/{assetId}/content`. What is not sent within a day is removed.',
  ...access('account', 'assets:write'),
  request: { body: jsonBody(AssetDraft) },
  responses: {
    200: { description: 'It was made before, by the same id.', content },
    201: { description: 'Made.', content },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT', 'TOO_LARGE'),
  },
});

const show = createRoute({
  method: 'get',
  path: '/api/assets/{assetId}',
  tags,
  summary: 'An asset',
  ...access('anyone', 'assets:read'),
  request: { params: AssetParam },
  responses: { 200: { description: 'The asset.', content }, ...refusals('NOT_FOUND') },
});

export const assetRoutes = createRouter();

assetRoutes.openapi(list, async (c) => {
  const query = c.req.valid('query');
  const needsSomebody = parseAssetSource(query.source)?.requiresSignIn === true || query.deleted;
  const viewer = needsSomebody ? requireUser(c.get('viewer')) : c.get('viewer');
  const page = await listAssets(c.get('db'), viewer, query);
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toAssetView) }, 200);
});

assetRoutes.openapi(create, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const draft = c.req.valid('json');
  const made = await insertAsset(c.get('db'), viewer, {
    ...draft,
    id: draft.id ?? uuidv7(),
    reference: makeShortId(),
    type: declaredAssetType(draft.mimeType),
    standardBytes: standardLimitOf(c.env),
  });
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another asset. Make a new one.');
  c.header('location', `/api/assets/${made.row.id}`);
  c.header('etag', tagOf(made.row));
  return c.json(toAssetView(made.row), made.isNew ? 201 : 200);
});

assetRoutes.openapi(show, async (c) => {
  const row = await getAsset(c.get('db'), c.get('viewer'), c.req.valid('param').assetId);
  c.header('etag', tagOf(row));
  return c.json(toAssetView(row), 200);
});
