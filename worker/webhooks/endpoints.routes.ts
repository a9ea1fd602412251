import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { OrganizationParam } from '#worker/accounts/organization-ref.ts';
import { requireAccount } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { json, jsonBody } from '#worker/http/json-content.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { NewWebhook, toWebhookView, Webhook, WebhookDraft, WebhookEdit, WebhookParam } from './endpoint.ts';
import { deleteEndpoint, insertEndpoint, listEndpoints } from './endpoints.queries.ts';
import { updateEndpoint } from './endpoints.queries.ts';
import { managed, noSuchWebhook, shown, stale, tagOf } from './managed.ts';
import { reachOf } from './reach.ts';
import { makeSecret, sealSecret } from './secret.ts';
import { refusalOfUrl } from './target-guard.ts';

const path = '/api/organizations/{organizationId}/webhooks';
const one = '/api/webhooks/{webhookId}';
const tags = ['webhooks'];

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Webhooks of an organization',
  description: 'The newest first, on one page: there are twenty at most. For owners and administrators.',
  ...access('account', 'webhooks:read'),
  request: { params: OrganizationParam },
  responses: {
    200: { description: 'All of them.', content: json(pageOf(Webhook)) },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

const add = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Add a webhook',
  description:
    'What happens in the organization is sent there, signed (Standard Webhooks 1.0). The secret is shown in this one ' +
    'answer, which is why a repeat by the same `id` is a CONFLICT. What is sent stands under `webhooks` of this description.',
  ...access('account', 'webhooks:write'),
  request: { params: OrganizationParam, body: jsonBody(WebhookDraft) },
  responses: {
    201: { description: 'Added.', content: json(NewWebhook) },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
  },
});

const show = createRoute({
  method: 'get',
  path: one,
  tags,
  summary: 'A webhook',
  ...access('account', 'webhooks:read'),
  request: { params: WebhookParam },
  responses: {
    200: { description: 'The webhook, without its secret.', content: json(Webhook) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const edit = createRoute({
  method: 'patch',
  path: one,
  tags,
  summary: 'Change a webhook, or switch it on and off',
  description: 'Only what is given changes. With If-Match only the version you have seen.',
  ...access('account', 'webhooks:write'),
  request: { params: WebhookParam, body: jsonBody(WebhookEdit) },
  responses: {
    200: { description: 'The webhook as it is now.', content: json(Webhook) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'STALE'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: one,
  tags,
  summary: 'Delete a webhook',
  description: 'What waits for it is not sent any more; its log goes with it.',
  ...access('account', 'webhooks:write'),
  request: { params: WebhookParam },
  responses: {
    204: { description: 'Deleted.' },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'STALE'),
  },
});

export const webhookRoutes = createRouter();

webhookRoutes.openapi(list, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const rows = await listEndpoints(c.get('db'), viewer, c.req.valid('param').organizationId);
  return c.json({ items: rows.map((row) => toWebhookView(row, new Date())), next: null }, 200);
});

webhookRoutes.openapi(add, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { id = uuidv7(), url, description, events } = c.req.valid('json');
  requireReachable(c, url);
  const secret = makeSecret();
  const row = await insertEndpoint(c.get('db'), viewer, c.req.valid('param').organizationId, {
    id,
    url,
    description: description || null,
    events: [...new Set(events)],
    sealedSecret: await sealSecret(c.env.WEBHOOK_SECRET, id, secret),
  });
  c.header('location', `/api/webhooks/${row.id}`);
  return c.json(shown(c, row, secret), 201);
});

webhookRoutes.openapi(show, async (c) => {
  const { row } = await managed(c, c.req.valid('param').webhookId);
  c.header('etag', tagOf(row));
  return c.json(toWebhookView(row, new Date()), 200);
});

webhookRoutes.openapi(edit, async (c) => {
  const { viewer, row } = await managed(c, c.req.valid('param').webhookId);
  requireMatch(c, tagOf(row));
  const { events, ...rest } = c.req.valid('json');
  if (rest.url !== undefined) requireReachable(c, rest.url);
  const wanted = { ...rest, ...(events ? { events: [...new Set(events)] } : {}) };
  const changed = await updateEndpoint(c.get('db'), viewer, row, wanted);
  if (!changed) throw stale();
  c.header('etag', tagOf(changed));
  return c.json(toWebhookView(changed, new Date()), 200);
});

webhookRoutes.openapi(remove, async (c) => {
  const { viewer, row } = await managed(c, c.req.valid('param').webhookId);
  requireMatch(c, tagOf(row));
  if (!(await deleteEndpoint(c.get('db'), viewer, row.id))) throw noSuchWebhook();
  return c.body(null, 204);
});

function requireReachable(c: Context<AppEnv>, url: string): void {
  const detail = refusalOfUrl(url, reachOf(c.env));
  if (detail) throw new AppError('INVALID', detail, { errors: [{ pointer: '/url', detail }] });
}
