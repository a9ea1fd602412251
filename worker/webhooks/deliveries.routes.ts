import { createRoute } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { requireAccount } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { json } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { findDelivery, listDeliveries, resendDelivery } from './deliveries.queries.ts';
import { DeliveryListQuery, toDeliveryView, WebhookDelivery } from './delivery.ts';
import { DeliveryParam, WebhookParam } from './endpoint.ts';
import { addTestMessage } from './endpoints.queries.ts';
import { managed, noSuchWebhook } from './managed.ts';

const one = '/api/webhooks/{webhookId}';
const path = `${one}/deliveries`;
const tags = ['webhooks'];

const test = createRoute({
  method: 'post',
  path: `${one}/test`,
  tags,
  summary: 'Send a test message',
  description: '`webhook.test`, whatever the webhook hears. What came of it stands in the delivery.',
  ...access('account', 'webhooks:write'),
  request: { params: WebhookParam },
  responses: {
    202: { description: 'On its way.', content: json(WebhookDelivery) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT'),
  },
});

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'What was sent to a webhook',
  description: 'The newest first, with what came of each attempt; kept for 30 days.',
  ...access('account', 'webhooks:read'),
  request: { params: WebhookParam, query: DeliveryListQuery },
  responses: {
    200: { description: 'A page.', content: json(pageOf(WebhookDelivery)) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const show = createRoute({
  method: 'get',
  path: `${path}/{deliveryId}`,
  tags,
  summary: 'One delivery',
  ...access('account', 'webhooks:read'),
  request: { params: DeliveryParam },
  responses: {
    200: { description: 'The delivery.', content: json(WebhookDelivery) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const resend = createRoute({
  method: 'post',
  path: `${path}/{deliveryId}/resend`,
  tags,
  summary: 'Send a delivery once more',
  description:
    'Whatever became of it, with the same `webhook-id`: a receiver that has it already leaves it out.',
  ...access('account', 'webhooks:write'),
  request: { params: DeliveryParam },
  responses: {
    202: { description: 'On its way.', content: json(WebhookDelivery) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT'),
  },
});

const noSuchDelivery = (): AppError => new AppError('NOT_FOUND', 'You manage no such delivery.');
const switchedOff = (): AppError =>
  new AppError('CONFLICT', 'This webhook is switched off. Switch it on first.');
const areIds = (...ids: string[]): boolean => ids.every((id) => EntityId.safeParse(id).success);

export const deliveryRoutes = createRouter();

deliveryRoutes.openapi(test, async (c) => {
  const { viewer, row } = await managed(c, c.req.valid('param').webhookId);
  const deliveryId = await addTestMessage(c.get('db'), viewer, row.id);
  if (!deliveryId) throw switchedOff();
  const delivery = await findDelivery(c.get('db'), viewer, { webhookId: row.id, deliveryId });
  if (!delivery) throw noSuchDelivery();
  return c.json(toDeliveryView(delivery), 202);
});

deliveryRoutes.openapi(list, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { webhookId } = c.req.valid('param');
  const page = areIds(webhookId)
    ? await listDeliveries(c.get('db'), viewer, webhookId, c.req.valid('query'))
    : undefined;
  if (!page) throw noSuchWebhook();
  linkPages(c, page);
  return c.json({ items: page.items.map(toDeliveryView), next: page.next, prev: page.prev }, 200);
});

deliveryRoutes.openapi(show, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const ref = c.req.valid('param');
  const isRef = areIds(ref.webhookId, ref.deliveryId);
  const row = isRef ? await findDelivery(c.get('db'), viewer, ref) : undefined;
  if (!row) throw noSuchDelivery();
  return c.json(toDeliveryView(row), 200);
});

deliveryRoutes.openapi(resend, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const ref = c.req.valid('param');
  const isRef = areIds(ref.webhookId, ref.deliveryId);
  const resent = isRef ? await resendDelivery(c.get('db'), viewer, ref) : undefined;
  if (!resent) throw noSuchDelivery();
  if (!resent.isDue) throw switchedOff();
  return c.json(toDeliveryView(resent.row), 202);
});
