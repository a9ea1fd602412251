import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { requireAccount } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { makeShortId } from '../short-id.ts';
import { MarketAssetParam } from './asset-input.ts';
import { Asset, toAssetView } from './asset-view.ts';
import { noSuchAsset, requireId } from './get-asset.ts';
import { takeAsset } from './market.queries.ts';

const content = { 'application/json': { schema: Asset } };

const take = createRoute({
  method: 'post',
  path: '/api/market/{marketAssetId}/takings',
  tags: ['assets'],
  summary: 'Take one of the market’s assets into your library',
  description: 'You get a reference of your own, the same one however often you take it; it counts once.',
  ...access('account', 'assets:write'),
  request: { params: MarketAssetParam },
  responses: {
    200: { description: 'You had it already.', content },
    201: { description: 'Taken.', content },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

export const takingRoutes = createRouter();

takingRoutes.openapi(take, async (c) => {
  const taken = await takeAsset(c.get('db'), requireAccount(c.get('viewer')), {
    id: requireId(c.req.valid('param').marketAssetId),
    referenceId: uuidv7(),
    label: makeShortId(),
  });
  if (!taken) throw noSuchAsset();
  c.header('location', `/api/assets/${taken.asset.id}`);
  return c.json(toAssetView(taken.asset), taken.isNew ? 201 : 200);
});
