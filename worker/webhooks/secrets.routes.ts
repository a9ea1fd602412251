import { createRoute } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { NewWebhook, WebhookParam } from './endpoint.ts';
import { replaceSecret } from './endpoints.queries.ts';
import { managed, shown, stale, tagOf } from './managed.ts';
import { makeSecret, sealSecret } from './secret.ts';

/** The secret before signs so long beside the new one. */
const ROTATION_MS = 24 * 60 * 60 * 1000;

const rotate = createRoute({
  method: 'post',
  path: '/api/webhooks/{webhookId}/secret',
  tags: ['webhooks'],
  summary: 'Give a webhook another secret',
  description:
    'Shown in this one answer. For 24 hours messages bear two signatures, the second by the secret before.',
  ...access('account', 'webhooks:write'),
  request: { params: WebhookParam },
  responses: {
    200: { description: 'The new secret.', content: { 'application/json': { schema: NewWebhook } } },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'STALE'),
  },
});

export const webhookSecretRoutes = createRouter();

webhookSecretRoutes.openapi(rotate, async (c) => {
  const { viewer, row } = await managed(c, c.req.valid('param').webhookId);
  requireMatch(c, tagOf(row));
  const secret = makeSecret();
  const changed = await replaceSecret(c.get('db'), viewer, row, {
    sealedSecret: await sealSecret(c.env.WEBHOOK_SECRET, row.id, secret),
    previousExpiresAt: new Date(Date.now() + ROTATION_MS),
  });
  if (!changed) throw stale();
  return c.json(shown(c, changed, secret), 200);
});
