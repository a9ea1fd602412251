import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/context.ts';
import { z } from '@hono/zod-openapi';
import { EVENTS, isEventType, payloadOf } from './events.ts';

const HEADERS = z.object({
  'webhook-id': z
    .string()
    .openapi({ description: 'The message: the same at every attempt. Leave out what you have.' }),
  'webhook-timestamp': z
    .string()
    .openapi({ description: 'When this attempt was made, in seconds since 1970.' }),
  'webhook-signature': z.string().openapi({
    description:
      '`v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64; two of them while a secret changes.',
  }),
});

/** Says what is sent, from the very schemas that write it: `webhooks` of OpenAPI 3.1. */
export function announceWebhooks(app: OpenAPIHono<AppEnv>): void {
  for (const type of Object.keys(EVENTS).filter(isEventType))
    app.openAPIRegistry.registerWebhook({
      method: 'post',
      path: type,
      operationId: `on.${type}`,
      // Proved by its signature.
      security: [],
      tags: ['webhooks'],
      summary: EVENTS[type].says,
      request: {
        headers: HEADERS,
        body: { required: true, content: { 'application/json': { schema: payloadOf(type) } } },
      },
      responses: {
        '2XX': { description: 'Taken. Anything else, or nothing within 15 seconds, is tried again.' },
        410: { description: 'Gone: the webhook is switched off.' },
      },
    });
}
