import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { requireAccount, requireUser, type Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { MarketAssetParam } from './asset-input.ts';
import { noSuchAsset, overtaken, requireId, tagOf } from './get-asset.ts';
import { MarketDraft, MarketEdit, MarketListQuery } from './market-input.ts';
import { MarketAsset, toMarketView } from './market-view.ts';
import { findOffer, listMarket, type MarketRow, publishAsset, updateOffer } from './market.queries.ts';

const path = '/api/market/{marketAssetId}';
const tags = ['assets'];
const content = { 'application/json': { schema: MarketAsset } };

const list = createRoute({
  method: 'get',
  path: '/api/market',
  tags,
  summary: 'What the market offers',
  ...access('anyone', 'assets:read'),
  request: { query: MarketListQuery },
  responses: {
    200: { description: 'A page.', content: { 'application/json': { schema: pageOf(MarketAsset) } } },
    ...refusals('UNAUTHENTICATED'),
  },
});

const publish = createRoute({
  method: 'post',
  path: '/api/market',
  tags,
  summary: 'Offer an asset of yours',
  description: 'The market shares its bytes: they stay while anybody has them, whatever becomes of yours.',
  ...access('account', 'assets:write'),
  request: { body: jsonBody(MarketDraft) },
  responses: {
    200: { description: 'It was offered before, by the same id.', content },
    201: { description: 'Offered.', content },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT'),
  },
});

const show = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'One of the market’s assets',
  ...access('anyone', 'assets:read'),
  request: { params: MarketAssetParam },
  responses: { 200: { description: 'The asset.', content }, ...refusals('NOT_FOUND') },
});

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change what you offer',
  description: 'Only what is given changes. With If-Match only the version you have seen.',
  ...access('person', 'assets:write'),
  request: { params: MarketAssetParam, body: jsonBody(MarketEdit) },
  responses: {
    200: { description: 'The asset as it is now.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

const withdraw = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Withdraw what you offer',
  description: 'Nobody takes it any more; who has taken it keeps it.',
  ...access('person', 'assets:write'),
  request: { params: MarketAssetParam },
  responses: {
    204: { description: 'Withdrawn.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

export const marketRoutes = createRouter();

async function getOffer(db: Database, viewer: Viewer, text: string): Promise<MarketRow> {
  const offer = await findOffer(db, viewer, requireId(text));
  if (!offer) throw noSuchAsset();
  return offer;
}

async function getOwnOffer(db: Database, viewer: Viewer, text: string): Promise<MarketRow> {
  const offer = await getOffer(db, viewer, text);
  if (offer.creatorId !== viewer.userId)
    throw new AppError('FORBIDDEN', 'Only who offers an asset changes it.');
  return offer;
}

marketRoutes.openapi(list, async (c) => {
  const query = c.req.valid('query');
  const viewer = query.creator === 'me' ? requireUser(c.get('viewer')) : c.get('viewer');
  const page = await listMarket(c.get('db'), viewer, query);
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toMarketView) }, 200);
});

marketRoutes.openapi(publish, async (c) => {
  const draft = c.req.valid('json');
  const made = await publishAsset(c.get('db'), requireAccount(c.get('viewer')), {
    ...draft,
    id: draft.id ?? uuidv7(),
  });
  if (!made.offer) {
    if (!made.asset) throw noSuchAsset();
    if (made.asset.uploadedAt === null) throw new AppError('CONFLICT', 'Send its bytes first.');
    if (made.asset.marketAssetId !== null) throw new AppError('CONFLICT', 'It is the market’s already.');
    throw new AppError('CONFLICT', 'This id is taken by another asset. Make a new one.');
  }
  c.header('location', `/api/market/${made.offer.id}`);
  c.header('etag', tagOf(made.offer));
  return c.json(toMarketView(made.offer), made.isNew ? 201 : 200);
});

marketRoutes.openapi(show, async (c) => {
  const offer = await getOffer(c.get('db'), c.get('viewer'), c.req.valid('param').marketAssetId);
  c.header('etag', tagOf(offer));
  return c.json(toMarketView(offer), 200);
});

marketRoutes.openapi(edit, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const offer = await getOwnOffer(c.get('db'), viewer, c.req.valid('param').marketAssetId);
  requireMatch(c, tagOf(offer));
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : offer.updatedAt;
  const changed = await updateOffer(c.get('db'), viewer, {
    id: offer.id,
    edit: c.req.valid('json'),
    ifUpdatedAt,
  });
  if (!changed.offer) throw noSuchAsset();
  if (!changed.isChanged) throw overtaken();
  c.header('etag', tagOf(changed.offer));
  return c.json(toMarketView(changed.offer), 200);
});

marketRoutes.openapi(withdraw, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const offer = await getOwnOffer(c.get('db'), viewer, c.req.valid('param').marketAssetId);
  requireMatch(c, tagOf(offer));
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : offer.updatedAt;
  const { isChanged } = await updateOffer(c.get('db'), viewer, {
    id: offer.id,
    edit: 'withdrawn',
    ifUpdatedAt,
  });
  if (!isChanged && ifUpdatedAt !== undefined) throw overtaken();
  return c.body(null, 204);
});
